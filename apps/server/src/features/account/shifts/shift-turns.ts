import type { Db } from '../../../db/db.ts'
import { findSiteTimeZone } from '../site/site.repo.ts'
import { awayStatusNames, listShiftMembers, listShiftsWithHours, type ShiftMember } from './shift-plans.repo.ts'
import { shiftPlan } from './shift-plans.ts'
import { nextEdge, nextStart, type ShiftPlan, type Turn, turnAt } from './shift-rules.ts'

/** What an agent's shifts ask for, and when they ask for work next if they do not now. */
export interface AgentTurn extends Turn {
  readonly startsTime: Date | undefined
}

/** What all shifts of a site ask for at a moment. */
export interface SiteTurns {
  /** of the agents who work in any shift with hours */
  readonly turns: ReadonlyMap<number, AgentTurn>
  /** when hours begin or end next */
  readonly nextEdge: Date | undefined
  readonly hasShifts: boolean
}

/** What the shifts of an agent ask for; undefined for one who works in none. */
export async function turnOfAgent(
  db: Db,
  siteId: number,
  { agentId, now }: { agentId: number; now: Date },
): Promise<AgentTurn | undefined> {
  const members = await listShiftMembers(db, siteId, agentId)
  if (!members.length) return undefined
  const plans = await loadPlans(db, siteId)
  return turnIn(shiftsOf(members, plans), plans, now)
}

/** What the shifts of a site ask of everybody, and when to look again. */
export async function turnsOfSite(db: Db, siteId: number, now: Date): Promise<SiteTurns> {
  const plans = await loadPlans(db, siteId)
  if (!plans.size) return { turns: new Map(), nextEdge: undefined, hasShifts: false }
  const turns = new Map<number, AgentTurn>()
  const members = Map.groupBy(await listShiftMembers(db, siteId), ({ agentId }) => agentId)
  // hundreds may work in the same shifts
  const known = new Map<string, AgentTurn | undefined>()
  for (const [agentId, own] of members) {
    const shiftIds = shiftsOf(own, plans)
    const key = shiftIds.join()
    if (!known.has(key)) known.set(key, turnIn(shiftIds, plans, now))
    const turn = known.get(key)
    if (turn) turns.set(agentId, turn)
  }
  return { turns, nextEdge: momentOf(nextEdge([...plans.values()], now.getTime())), hasShifts: true }
}

/** The plans of a site's shifts by shift id, in the order of their names. */
async function loadPlans(db: Db, siteId: number): Promise<ReadonlyMap<string, ShiftPlan>> {
  const rows = await listShiftsWithHours(db, siteId)
  if (!rows.length) return new Map()
  const awayStatuses = await awayStatusNames(db, siteId)
  const siteTimeZone = (await findSiteTimeZone(db, siteId)) ?? 'UTC'
  return new Map(rows.map((row) => [row.id, shiftPlan(row, { siteTimeZone, awayStatuses })]))
}

/** An agent's shifts with hours: those that name the agent before those of the agent's departments, each by name. */
function shiftsOf(members: readonly ShiftMember[], plans: ReadonlyMap<string, ShiftPlan>): string[] {
  const isOwn = new Map(members.map((member) => [member.shiftId, member.isOwn]))
  const rank = (id: string) => (isOwn.get(id) ? 0 : 1)
  return [...plans.keys()].filter((id) => isOwn.has(id)).sort((one, other) => rank(one) - rank(other))
}

function turnIn(shiftIds: readonly string[], plans: ReadonlyMap<string, ShiftPlan>, now: Date): AgentTurn | undefined {
  const shifts = shiftIds.flatMap((id) => plans.get(id) ?? [])
  const turn = turnAt(shifts, now.getTime())
  if (!turn) return undefined
  return { ...turn, startsTime: turn.isWorking ? undefined : momentOf(nextStart(shifts, now.getTime())) }
}

function momentOf(time: number | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time)
}
