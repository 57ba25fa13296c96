import type { Context } from '../../../context.ts'
import { invalid, notFound } from '../../../lib/app-error.ts'
import { distributeChats } from '../chats/engine/distribute-chats.ts'
import { changeSite, type SiteWork } from '../chats/engine/site-work.ts'
import { withdrawOffers } from '../chats/engine/withdraw-offers.ts'
import * as repo from './presence.repo.ts'

const STATUSES = ['Online', 'Away', 'Offline']

/** Sets an agent's status, which may be an away status of the site, in any spelling of its case; returns it in ours. */
export async function setAgentStatus(
  ctx: Context,
  input: { agentId: number; status: string },
): Promise<{ status: string }> {
  const { agentId } = input
  const wanted = input.status.trim().toLowerCase()
  const builtIn = STATUSES.find((one) => one.toLowerCase() === wanted)
  const status = await changeSite(ctx, async (site) => {
    const found = builtIn ?? (await repo.findAwayStatus(site.tx, site.siteId, wanted))
    if (!found) throw noStatus()
    if (!(await repo.isActiveAgent(site.tx, site.siteId, agentId))) throw notFound('agent')
    await changeStatus(site, agentId, found)
    return found
  })
  return { status }
}

function noStatus(): Error {
  const names = STATUSES.map((one) => `'${one}'`).join(', ')
  return invalid('status', `must be one of ${names} or the name of an away status of the site`)
}

/** Changes a status and what follows from it: an agent who comes gets chats, one who goes is asked no more. */
export async function changeStatus(site: SiteWork, agentId: number, status: string): Promise<void> {
  const { tx, siteId, now } = site
  const before = await repo.findPresence(tx, siteId, agentId)
  if (before?.status === status) return
  const change = { agentId, status, statusTime: now }
  await repo.upsertStatus(tx, siteId, status === 'Online' ? { ...change, onlineSince: now } : change)
  site.emit({ type: 'agent.status', siteId, agentId, status })
  if (status !== 'Online') await withdrawOffers(site, agentId)
  await distributeChats(site)
}
