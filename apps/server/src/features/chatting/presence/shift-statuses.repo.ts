import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import { agentShiftStatuses } from '../../../db/schema/index.ts'

/** A logged-in agent's status, and what the agent's shifts asked for last. */
export interface ShiftStatus {
  readonly agentId: number
  readonly status: string
  readonly asked: string | null
}

/** Who is logged in, with what their shifts asked for last. */
export async function listShiftStatuses(db: Db, siteId: number): Promise<ShiftStatus[]> {
  const { rows } = await db.execute(sql`
    select p.agent_id as "agentId", p.status, s.status as asked
    from agent_presences p
    left join agent_shift_statuses s on s.site_id = p.site_id and s.agent_id = p.agent_id
    where p.site_id = ${siteId} and p.status <> 'Offline'
    order by p.agent_id`)
  return rows as unknown as ShiftStatus[]
}

/** Keeps what agents' shifts asked for. */
export async function setAsked(
  db: Db,
  siteId: number,
  asked: readonly { readonly agentId: number; readonly status: string }[],
): Promise<void> {
  if (!asked.length) return
  await db
    .insert(agentShiftStatuses)
    .values(asked.map(({ agentId, status }) => ({ siteId, agentId, status })))
    .onConflictDoUpdate({
      target: [agentShiftStatuses.siteId, agentShiftStatuses.agentId],
      set: { status: sql`excluded.status` },
    })
}

/** Who is known to have been asked for something. */
export async function listAsked(db: Db, siteId: number): Promise<number[]> {
  const { agentId } = agentShiftStatuses
  const rows = await db.select({ agentId }).from(agentShiftStatuses).where(eq(agentShiftStatuses.siteId, siteId))
  return rows.map((row) => row.agentId)
}

/** Forgets agents who work in no shift any more. */
export async function deleteAsked(db: Db, siteId: number, agentIds: readonly number[]): Promise<void> {
  if (!agentIds.length) return
  await db
    .delete(agentShiftStatuses)
    .where(and(eq(agentShiftStatuses.siteId, siteId), inArray(agentShiftStatuses.agentId, [...agentIds])))
}

/**
 * Sites, of all, with shifts that no job will look at: none is planned or it is overdue, as it is when the process that
 * had it was killed.
 */
export async function listSitesWithoutJob(db: Db, keyPrefix: string, late: Date): Promise<{ siteId: number }[]> {
  const { rows } = await db.execute(sql`
    select site_id as "siteId" from (
      select site_id from shifts where jsonb_array_length(working_hours) > 0
      union select site_id from agent_shift_statuses
    ) site
    where not exists (
      select from graphile_worker.jobs j
      where j.key = ${keyPrefix}::text || site.site_id and j.run_at > ${late.toISOString()}::timestamptz
        and j.attempts < j.max_attempts)`)
  return rows as unknown as { siteId: number }[]
}
