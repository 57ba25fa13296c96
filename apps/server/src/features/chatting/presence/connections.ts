import type { AgentCaller, Context } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { addJob } from '../../../jobs/job-queue.repo.ts'
import { turnOfAgent } from '../../account/shifts/shift-turns.ts'
import { distributeChats } from '../chats/engine/distribute-chats.ts'
import { changeSite, type SiteWork } from '../chats/engine/site-work.ts'
import { AGENT_GONE_MS } from './absence.ts'
import type { AgentKey } from './presence.repo.ts'
import * as repo from './presence.repo.ts'
import { changeStatus } from './set-agent-status.ts'
import { setAsked } from './shift-statuses.repo.ts'

/** Connections of this process, and whose they are. */
const opened = new Map<string, AgentKey>()

/** An agent's connection is there. Only connected agents get chats. */
export async function openConnection(ctx: Context<AgentCaller>, connectionId: string): Promise<void> {
  const { agentId } = ctx.caller
  await changeSite(ctx, async (site) => {
    const { tx, siteId, now } = site
    const presence = await repo.findPresence(tx, siteId, agentId)
    if (!presence) await repo.upsertStatus(tx, siteId, { agentId, status: 'Offline', statusTime: now })
    const isSignIn = isOffline(presence) && !(await repo.countConnections(tx, siteId, agentId))
    opened.set(connectionId, { siteId, agentId })
    await repo.upsertConnection(tx, siteId, { agentId, connectionId, seenTime: now })
    if (presence?.goneTime) await repo.setGoneTime(tx, siteId, { agentIds: [agentId], goneTime: null })
    if (isSignIn) await signIn(site, agentId)
    // back within the grace: chats may have come in the meantime
    if (presence?.status !== 'Online') return
    tellVisitors(site)
    await distributeChats(site)
  })
}

function isOffline(presence: repo.PresenceRow | undefined): boolean {
  return !presence || presence.status === 'Offline'
}

/** Who comes outside the hours of the own shifts is away from the first moment on. */
async function signIn(site: SiteWork, agentId: number): Promise<void> {
  const { tx, siteId, now } = site
  const turn = await turnOfAgent(tx, siteId, { agentId, now })
  if (!turn) return
  await setAsked(tx, siteId, [{ agentId, status: turn.status }])
  if (!turn.isWorking) await changeStatus(site, agentId, turn.status, { byShift: true })
}

/**
 * These connections of this process are alive. To be called for each at least twice a minute. After a time without the
 * database they may have been taken for dead; so they are entered again.
 */
export async function touchConnections(db: Db, connectionIds: readonly string[], now = new Date()): Promise<void> {
  const known = connectionIds.flatMap((connectionId) => {
    const agent = opened.get(connectionId)
    return agent ? [{ ...agent, connectionId }] : []
  })
  if (known.length) await repo.markSeen(db, known, now)
}

/** An agent's connection is lost; without another the agent is Offline after the grace. */
export async function closeConnection(ctx: Context<AgentCaller>, connectionId: string): Promise<void> {
  const { agentId } = ctx.caller
  opened.delete(connectionId)
  await changeSite(ctx, async (site) => {
    const { tx, siteId, now } = site
    await repo.deleteConnection(tx, siteId, { agentId, connectionId })
    if (await repo.countConnections(tx, siteId, agentId)) return
    await repo.setGoneTime(tx, siteId, { agentIds: [agentId], goneTime: now })
    const runAt = new Date(now.getTime() + AGENT_GONE_MS)
    await addJob(tx, 'agent-gone', { siteId, agentId }, { runAt, key: `agent-gone:${siteId}:${agentId}` })
    const presence = await repo.findPresence(tx, siteId, agentId)
    if (presence?.status === 'Online') tellVisitors(site)
  })
}

/** Whether anybody can take a chat depends on connections too: an Online agent without one cannot. */
function tellVisitors({ emit, siteId }: SiteWork): void {
  emit({ type: 'agents.reachable', siteId })
}
