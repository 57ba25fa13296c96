import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import { agentAwayStatuses, shifts } from '../../../db/schema/index.ts'
import type { StoredShift } from './shift-plans.ts'

export interface ShiftRow extends StoredShift {
  readonly id: string
}

/** Who works in a shift. */
export interface ShiftMember {
  readonly shiftId: string
  readonly agentId: number
  /** named by the shift itself, not only as one of a department's */
  readonly isOwn: boolean
}

const hasHours = sql`jsonb_array_length(${shifts.workingHours}) > 0`

/** The shifts of a site that have hours, by name. */
export async function listShiftsWithHours(db: Db, siteId: number): Promise<ShiftRow[]> {
  const { id, timeZone, ifAutoDetectDayLight, holidays, workingHours } = shifts
  return db
    .select({ id, timeZone, ifAutoDetectDayLight, holidays, workingHours })
    .from(shifts)
    .where(and(eq(shifts.siteId, siteId), hasHours))
    .orderBy(asc(shifts.name), asc(shifts.id))
}

/** Who works in the shifts of a site, by name or with a department; of one agent if that is given. */
export async function listShiftMembers(db: Db, siteId: number, agentId?: number): Promise<ShiftMember[]> {
  const ofAgent = agentId === undefined ? sql`` : sql`and agent_id = ${agentId}`
  const { rows } = await db.execute(sql`
    select shift_id as "shiftId", agent_id as "agentId", bool_or(is_own) as "isOwn" from (
      select shift_id, agent_id, true as is_own from shift_agents where site_id = ${siteId} ${ofAgent}
      union all
      select s.shift_id, d.agent_id, false from shift_departments s
      join department_agents d on d.site_id = s.site_id and d.department_id = s.department_id
      where s.site_id = ${siteId} ${ofAgent}
    ) member
    group by 1, 2`)
  return rows as unknown as ShiftMember[]
}

/**
 * The names of a site's away statuses by their ids. They stay until the transaction ends: an agent who is given one while
 * it gets another name would keep one that there is not.
 */
export async function awayStatusNames(db: Db, siteId: number): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: agentAwayStatuses.id, name: agentAwayStatuses.name })
    .from(agentAwayStatuses)
    .where(eq(agentAwayStatuses.siteId, siteId))
    .orderBy(agentAwayStatuses.id)
    .for('share')
  return new Map(rows.map(({ id, name }) => [id, name]))
}
