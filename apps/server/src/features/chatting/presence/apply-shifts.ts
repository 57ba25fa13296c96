import type { AgentShiftShape } from '@parley/contract'
import type { Context, SystemCaller } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { planNextShifts, SHIFT_JOB_PREFIX } from '../../account/shifts/plan-shifts.ts'
import { statusAfter } from '../../account/shifts/shift-rules.ts'
import { type AgentTurn, turnOfAgent, turnsOfSite } from '../../account/shifts/shift-turns.ts'
import { distributeChats } from '../chats/engine/distribute-chats.ts'
import { changeSite, type SiteWork } from '../chats/engine/site-work.ts'
import { putStatus } from './set-agent-status.ts'
import * as repo from './shift-statuses.repo.ts'

/** Hours that were over for long begin again some day: the shifts are looked at this often at least. */
const LOOK_AGAIN_MS = 7 * 24 * 60 * 60_000
/** The database's clock may be ahead of ours; a job that comes too early must not come again and again. */
const SOONEST_MS = 1_000

/**
 * Gives logged-in agents the status their shifts ask for, where that is something else than before, and plans the next
 * look. Called again, by whichever process, it does nothing; what an agent chose meanwhile stays.
 */
export async function applyShifts(ctx: Context<SystemCaller>): Promise<void> {
  await changeSite(ctx, async (site) => {
    const { tx, siteId, now } = site
    const { turns, nextEdge, hasShifts } = await turnsOfSite(tx, siteId, now)
    const asked: { agentId: number; status: string }[] = []
    let isAnybodyChanged = false
    for (const { agentId, status, asked: before } of await repo.listShiftStatuses(tx, siteId)) {
      const turn = turns.get(agentId)
      if (turn || before !== null) tellShift(site, agentId, turn)
      if (turn && turn.status !== before) asked.push({ agentId, status: turn.status })
      const next = statusAfter(status, before ?? undefined, turn?.status)
      if (next === status) continue
      isAnybodyChanged = true
      await putStatus(site, agentId, next, { byShift: true })
    }
    await repo.setAsked(tx, siteId, asked)
    const gone = (await repo.listAsked(tx, siteId)).filter((agentId) => !turns.has(agentId))
    await repo.deleteAsked(tx, siteId, gone)
    if (isAnybodyChanged) await distributeChats(site)
    if (hasShifts) await planNextShifts(tx, siteId, lookAgainAt(now, nextEdge))
  })
}

/** Sites, of all, whose shifts nobody is going to look at although they should have been by then. */
export function sitesWithoutShiftJob(db: Db, late: Date): Promise<readonly { siteId: number }[]> {
  return repo.listSitesWithoutJob(db, SHIFT_JOB_PREFIX, late)
}

function tellShift({ emit, siteId }: SiteWork, agentId: number, turn: AgentTurn | undefined): void {
  emit({ type: 'agent.shift', siteId, agentId, shift: turn ? viewTurn(turn) : null })
}

/** What an agent is told of the own shifts; null for one who works in none. */
export async function shiftOf(ctx: Context, agentId: number): Promise<AgentShiftShape | null> {
  const turn = await turnOfAgent(ctx.db, ctx.siteId, { agentId, now: ctx.now() })
  return turn ? viewTurn(turn) : null
}

function viewTurn({ isWorking, startsTime }: AgentTurn): AgentShiftShape {
  return { isWorking, startsTime: startsTime?.toISOString() ?? null }
}

function lookAgainAt(now: Date, edge: Date | undefined): Date {
  const wanted = edge?.getTime() ?? Number.POSITIVE_INFINITY
  const [soonest, latest] = [now.getTime() + SOONEST_MS, now.getTime() + LOOK_AGAIN_MS]
  return new Date(Math.max(soonest, Math.min(latest, wanted)))
}
