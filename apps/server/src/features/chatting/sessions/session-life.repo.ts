import { sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'

/** Which session, of which site. */
export interface SessionKey {
  readonly siteId: SiteId
  readonly sessionId: string
}

/** A session whose visitor is gone. */
export interface GoneSession extends SessionKey {
  readonly visitorId: string
}

/** Says in one statement that all these sessions still have a connection. */
export async function touchSessions(db: Db, keys: readonly SessionKey[], now: Date): Promise<void> {
  const siteIds = keys.map((key) => key.siteId)
  const ids = keys.map((key) => key.sessionId)
  await db.execute(sql`
    update sessions s
    set last_seen_time = ${now}, left_time = null,
      status = case when s.status = 'outOfSite' then 'inSite' else s.status end
    from unnest(${sql.param(siteIds)}::int[], ${sql.param(ids)}::uuid[]) as k(site_id, id)
    where s.site_id = k.site_id and s.id = k.id and s.end_time is null`)
}

/** Says that the last connection of these sessions is gone. */
export async function markOutOfSite(db: Db, siteId: SiteId, sessionId: string, now: Date): Promise<void> {
  await db.execute(sql`
    update sessions set status = 'outOfSite', last_seen_time = ${now}
    where site_id = ${siteId} and id = ${sessionId} and end_time is null`)
}

/**
 * Claims sessions without a connection: closed before `closedBefore`, or not heard of since `silentSince` because their
 * process died. Each is claimed once, however many processes ask.
 */
export async function claimGoneSessions(
  db: Db,
  { closedBefore, silentSince, now, limit }: { closedBefore: Date; silentSince: Date; now: Date; limit: number },
): Promise<GoneSession[]> {
  const { rows } = await db.execute<{ site_id: number; id: string; visitor_id: string }>(sql`
    update sessions s set left_time = ${now}, status = 'outOfSite'
    from (
      select site_id, id from sessions
      where end_time is null and left_time is null
        and (last_seen_time < ${silentSince} or (status = 'outOfSite' and last_seen_time < ${closedBefore}))
      limit ${limit} for update skip locked
    ) gone
    where s.site_id = gone.site_id and s.id = gone.id
    returning s.site_id, s.id, s.visitor_id`)
  return rows.map((row) => ({ siteId: row.site_id, sessionId: row.id, visitorId: row.visitor_id }))
}

/** Ends sessions nobody was seen in since a time; they ended when they were last seen. Returns how many. */
export async function endSessionsUnseenSince(db: Db, since: Date, limit: number): Promise<number> {
  const { rowCount } = await db.execute(sql`
    update sessions s set end_time = s.last_seen_time
    from (
      select site_id, id from sessions where end_time is null and left_time is not null and last_seen_time < ${since}
      limit ${limit} for update skip locked
    ) old
    where s.site_id = old.site_id and s.id = old.id`)
  return rowCount ?? 0
}
