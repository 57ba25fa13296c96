import type { Context } from '../../../context.ts'
import { invalid, notFound } from '../../../lib/app-error.ts'
import { turnOfAgent } from '../../account/shifts/shift-turns.ts'
import { distributeChats } from '../chats/engine/distribute-chats.ts'
import { changeSite, type SiteWork } from '../chats/engine/site-work.ts'
import { withdrawOffers } from '../chats/engine/withdraw-offers.ts'
import * as repo from './presence.repo.ts'
import { setAsked } from './shift-statuses.repo.ts'

const OFFLINE = 'Offline'
const STATUSES = ['Online', 'Away', OFFLINE]

/**
 * Sets an agent's status, which may be an away status of the site, in any spelling of its case; returns it in ours. It
 * stays until the agent's shifts ask for something else than now.
 */
export async function setAgentStatus(
  ctx: Context,
  input: { agentId: number; status: string },
): Promise<{ status: string }> {
  const { agentId } = input
  const status = await changeSite(ctx, async (site) => {
    const found = await readStatus(site, agentId, input.status)
    const turn = await turnOfAgent(site.tx, site.siteId, { agentId, now: site.now })
    if (turn) await setAsked(site.tx, site.siteId, [{ agentId, status: turn.status }])
    await changeStatus(site, agentId, found)
    return found
  })
  return { status }
}

/**
 * The status a program or window begins with. That is no choice of somebody who knows what the time is: outside the
 * hours of the agent's shifts it counts only if it is Offline.
 */
export async function beginWithStatus(
  ctx: Context,
  input: { agentId: number; status: string },
): Promise<{ status: string }> {
  const { agentId } = input
  const status = await changeSite(ctx, async (site) => {
    const found = await readStatus(site, agentId, input.status)
    const turn = await turnOfAgent(site.tx, site.siteId, { agentId, now: site.now })
    if (turn) await setAsked(site.tx, site.siteId, [{ agentId, status: turn.status }])
    const current = (await repo.findPresence(site.tx, site.siteId, agentId))?.status ?? OFFLINE
    const stays = turn && !turn.isWorking && found !== OFFLINE && (current === OFFLINE ? turn.status : current)
    const taken = stays || found
    await changeStatus(site, agentId, taken)
    return taken
  })
  return { status }
}

async function readStatus({ tx, siteId }: SiteWork, agentId: number, text: string): Promise<string> {
  const wanted = text.trim().toLowerCase()
  const builtIn = STATUSES.find((one) => one.toLowerCase() === wanted)
  const found = builtIn ?? (await repo.findAwayStatus(tx, siteId, wanted))
  if (!found) throw noStatus()
  if (!(await repo.isActiveAgent(tx, siteId, agentId))) throw notFound('agent')
  return found
}

function noStatus(): Error {
  const names = STATUSES.map((one) => `'${one}'`).join(', ')
  return invalid('status', `must be one of ${names} or the name of an away status of the site`)
}

/** Why a status changes: unless told, because somebody chose it. */
export interface StatusCause {
  readonly byShift?: true
}

/** Changes a status and what follows from it: an agent who comes gets chats, one who goes is asked no more. */
export async function changeStatus(
  site: SiteWork,
  agentId: number,
  status: string,
  cause: StatusCause = {},
): Promise<void> {
  if (await putStatus(site, agentId, status, cause)) await distributeChats(site)
}

/** Changes a status without giving chats away, which is left to the caller; whether it was another one. */
export async function putStatus(
  site: SiteWork,
  agentId: number,
  status: string,
  cause: StatusCause = {},
): Promise<boolean> {
  const { tx, siteId, now } = site
  const before = await repo.findPresence(tx, siteId, agentId)
  if (before?.status === status) return false
  const change = { agentId, status, statusTime: now }
  await repo.upsertStatus(tx, siteId, status === 'Online' ? { ...change, onlineSince: now } : change)
  site.emit({ type: 'agent.status', siteId, agentId, status, ...cause })
  if (status !== 'Online') await withdrawOffers(site, agentId)
  return true
}
