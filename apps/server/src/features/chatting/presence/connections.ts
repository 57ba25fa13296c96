import type { AgentCaller, Context } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { addJob } from '../../../jobs/job-queue.repo.ts'
import { distributeChats } from '../chats/distribute-chats.ts'
import { changeSite } from '../chats/site-work.ts'
import { AGENT_GONE_MS } from './agent-gone.ts'
import * as repo from './presence.repo.ts'

/** An agent's connection is there. Only connected agents get chats. */
export async function openConnection(ctx: Context<AgentCaller>, connectionId: string): Promise<void> {
  const { agentId } = ctx.caller
  await changeSite(ctx, async (site) => {
    const { tx, siteId, now } = site
    const presence = await repo.findPresence(tx, siteId, agentId)
    if (!presence) await repo.upsertStatus(tx, siteId, { agentId, status: 'Offline', statusTime: now })
    await repo.upsertConnection(tx, siteId, { agentId, connectionId, seenTime: now })
    if (presence?.goneTime) await repo.setGoneTime(tx, siteId, { agentIds: [agentId], goneTime: null })
    // back within the grace: chats may have come in the meantime
    if (presence?.status === 'Online') await distributeChats(site)
  })
}

/** These connections, of any agents, are alive. To be called for each at least twice a minute. */
export async function touchConnections(db: Db, connectionIds: readonly string[], now = new Date()): Promise<void> {
  if (connectionIds.length) await repo.markSeen(db, connectionIds, now)
}

/** An agent's connection is lost; without another the agent is Offline after the grace. */
export async function closeConnection(ctx: Context<AgentCaller>, connectionId: string): Promise<void> {
  const { agentId } = ctx.caller
  await changeSite(ctx, async ({ tx, siteId, now }) => {
    await repo.deleteConnection(tx, siteId, { agentId, connectionId })
    if (await repo.countConnections(tx, siteId, agentId)) return
    await repo.setGoneTime(tx, siteId, { agentIds: [agentId], goneTime: now })
    const runAt = new Date(now.getTime() + AGENT_GONE_MS)
    await addJob(tx, 'agent-gone', { siteId, agentId }, { runAt, key: `agent-gone:${siteId}:${agentId}` })
  })
}
