import { type SQL, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import type { bans } from '../../../db/schema/index.ts'

/** The address of a session, without its zone. */
const ADDRESS = sql`split_part(s.ip, '%', 1)::inet`

type BanRow = typeof bans.$inferSelect

/** Whether a session belongs to somebody the ban is about. */
function isAbout({ type, visitorId, ip, ipRangeFrom, ipRangeTo }: BanRow): SQL {
  if (type === 'visitor') return sql`s.visitor_id = ${visitorId}::uuid`
  if (type === 'ip') return sql`${ADDRESS} = ${ip}::inet`
  return sql`${ADDRESS} between ${ipRangeFrom}::inet and ${ipRangeTo}::inet`
}

/** The visitors with an open session, or a running chat, whom a ban is about. */
export async function listBannedPresent(db: Db, siteId: SiteId, ban: BanRow): Promise<string[]> {
  const { rows } = await db.execute<{ visitorId: string }>(sql`
    select s.visitor_id as "visitorId"
    from sessions s
    where s.site_id = ${siteId} and s.end_time is null and ${isAbout(ban)}
    union
    select s.visitor_id
    from chats c
    join sessions s on s.site_id = c.site_id and s.id = c.session_id
    where c.site_id = ${siteId} and c.state <> 'ended' and ${isAbout(ban)}`)
  return rows.map(({ visitorId }) => visitorId)
}

/** The running chats of visitors. */
export async function listRunningOf(db: Db, siteId: SiteId, visitorIds: readonly string[]): Promise<string[]> {
  if (!visitorIds.length) return []
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from chats
    where site_id = ${siteId} and state <> 'ended' and visitor_id = any(${sql.param([...visitorIds])}::uuid[])`)
  return rows.map(({ id }) => id)
}
