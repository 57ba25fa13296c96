import type { Context, SystemCaller } from '../../../context.ts'
import { addJob } from '../../../jobs/job-queue.repo.ts'
import { distributeChats } from '../chats/engine/distribute-chats.ts'
import { releaseChats } from '../chats/engine/release-chats.ts'
import { changeSite, type SiteWork } from '../chats/engine/site-work.ts'
import { withdrawOffers } from '../chats/engine/withdraw-offers.ts'
import { AGENT_GONE_MS, AGENT_LOST_MS } from './absence.ts'
import * as repo from './presence.repo.ts'
import { changeStatus } from './set-agent-status.ts'

/** Without a connection for the time of grace the agent is Offline. Called again, or too early, it does nothing. */
export async function agentGone(ctx: Context<SystemCaller>, agentId: number): Promise<void> {
  await changeSite(ctx, async (site) => {
    const goneTime = await absentSince(site, agentId)
    if (!goneTime || site.now.getTime() - goneTime.getTime() < AGENT_GONE_MS) return
    await changeStatus(site, agentId, 'Offline')
    const { tx, siteId } = site
    const runAt = new Date(goneTime.getTime() + AGENT_LOST_MS)
    await addJob(tx, 'agent-lost', { siteId, agentId }, { runAt, key: `agent-lost:${siteId}:${agentId}` })
  })
}

/** The chats of an agent who does not come back go to others. */
export async function agentLost(ctx: Context<SystemCaller>, agentId: number): Promise<void> {
  await changeSite(ctx, async (site) => {
    const goneTime = await absentSince(site, agentId)
    if (!goneTime || site.now.getTime() - goneTime.getTime() < AGENT_LOST_MS) return
    await releaseChats(site, agentId)
    await distributeChats(site)
  })
}

/** The account was deleted: nobody comes back to its chats, so others get them now. */
export async function agentDeleted(ctx: Context<SystemCaller>, agentId: number): Promise<void> {
  await changeSite(ctx, async (site) => {
    await withdrawOffers(site, agentId)
    await releaseChats(site, agentId)
    await distributeChats(site)
  })
}

/** The connections of an agent fell silent: their process died. */
export async function connectionsLost(ctx: Context<SystemCaller>, agentId: number, since: Date): Promise<void> {
  await changeSite(ctx, async ({ tx, siteId }) => {
    const presence = await repo.findPresence(tx, siteId, agentId)
    if (!presence || presence.goneTime || (await repo.countConnections(tx, siteId, agentId))) return
    await repo.setGoneTime(tx, siteId, { agentIds: [agentId], goneTime: since })
  })
  await agentGone(ctx, agentId)
}

/** Since when the agent has had no connection; undefined when there is one. */
async function absentSince({ tx, siteId }: SiteWork, agentId: number): Promise<Date | undefined> {
  const presence = await repo.findPresence(tx, siteId, agentId)
  if (!presence?.goneTime) return undefined
  if (!(await repo.countConnections(tx, siteId, agentId))) return presence.goneTime
  await repo.setGoneTime(tx, siteId, { agentIds: [agentId], goneTime: null })
  return undefined
}
