import type { AgentId } from '../../../../context.ts'
import { type Floor, type FloorAgent, isFree, rulesFor } from '../../distribution/floor.ts'
import { type PlaceableChat, placeChat } from '../../distribution/place-chat.ts'
import { type HeldChat, offeredTo } from './held-chat.ts'
import { findLastAgent, listUnanswered } from './running-chats.repo.ts'
import type { SiteWork } from './site-work.ts'
import { withdrawOffers } from './withdraw-offers.ts'

/** An offer to one agent that is not answered for this long goes to the next. */
export const OFFER_MS = 60_000

/**
 * Brings unanswered chats to agents with free places, as far as there are any, in the order of the queue. To be called
 * when agents came or went, or when the rules changed.
 */
export async function distributeChats(site: SiteWork): Promise<void> {
  const floor = await site.floor()
  const { isAutomatic } = floor.rules
  if (isAutomatic && !floor.agents.some(isFree)) return
  for (const chat of await unanswered(site)) {
    if (isAutomatic && !floor.agents.some(isFree)) return
    if (isTargetGone(floor, chat)) chat.targetAgentId = null
    if (isOfOtherMode(floor, chat)) withdraw(site, chat, () => true)
    else if (!isAutomatic) withdrawFromFull(site, floor, chat)
    await place(site, floor, chat)
  }
}

/** Finds an agent for one chat. Those that wait already could not be placed, or they would not wait. */
export async function placeOne(site: SiteWork, chat: HeldChat): Promise<void> {
  await place(site, await site.floor(), chat)
}

/** Gives away the places that chats in hand left, and asks nobody any more whose last place they took. */
export async function refillPlaces(site: SiteWork): Promise<void> {
  const floor = await site.floor()
  if (floor.rules.isAutomatic) return distributeChats(site)
  if (floor.rules.canExceedLimitByHand) return
  const wasFree = (agent: FloorAgent) => agent.load - site.moved(agent.agentId) < agent.limit
  if (floor.agents.some((agent) => isFree(agent) && !wasFree(agent))) return distributeChats(site)
  for (const agent of floor.agents) if (!isFree(agent) && wasFree(agent)) await withdrawOffers(site, agent.agentId)
}

async function unanswered(site: SiteWork): Promise<HeldChat[]> {
  await site.hold(await listUnanswered(site.tx, site.siteId))
  return [...site.held.values()]
    .filter(({ state }) => state.state === 'waiting' || state.state === 'offered')
    .sort(byTurn)
}

function byTurn({ row: a }: HeldChat, { row: b }: HeldChat): number {
  if (a.priority !== b.priority) return b.priority - a.priority
  return a.requestedTime.getTime() - b.requestedTime.getTime() || (a.id < b.id ? -1 : 1)
}

/** Whoever routing chose is not there any more: better somebody else than nobody. */
function isTargetGone(floor: Floor, { targetAgentId }: HeldChat): boolean {
  return targetAgentId !== null && !floor.agents.some((agent) => agent.agentId === targetAgentId)
}

/** Offers made before the site switched distribution on or off. */
function isOfOtherMode(floor: Floor, chat: HeldChat): boolean {
  return chat.state.state === 'offered' && floor.rules.isAutomatic !== (chat.offerExpires !== null)
}

/** With distribution off, whoever has no place left is not asked any more. */
function withdrawFromFull(site: SiteWork, floor: Floor, chat: HeldChat): void {
  if (floor.rules.canExceedLimitByHand) return
  const full = floor.agents.filter((agent) => !isFree(agent)).map((agent) => agent.agentId)
  withdraw(site, chat, (agentId) => full.includes(agentId))
}

function withdraw(site: SiteWork, chat: HeldChat, isMeant: (agentId: AgentId) => boolean): void {
  for (const agentId of offeredTo(chat.state).filter(isMeant)) site.apply(chat, { type: 'withdrawOffer', agentId })
}

async function place(site: SiteWork, floor: Floor, chat: HeldChat): Promise<void> {
  const placement = placeChat(floor, await placeable(site, floor, chat))
  if (!placement) return
  if (placement.type === 'allocate') {
    const { agentId, displayName } = placement.agent
    site.apply(chat, { type: 'allocate', agentId }, `${displayName} joined the chat`)
    return
  }
  site.apply(chat, { type: 'offer', agentIds: placement.agents.map((agent) => agent.agentId) })
  site.offerUntil(chat, placement.isExclusive ? new Date(site.now.getTime() + OFFER_MS) : null)
}

/** What distribution needs to know of a chat in hand. */
export async function placeable(site: SiteWork, floor: Floor, chat: HeldChat): Promise<PlaceableChat> {
  const isPreferred = rulesFor(floor, chat.departmentId).isLastChattedAgentPreferred && floor.rules.isAutomatic
  return {
    departmentId: chat.departmentId,
    targetAgentId: chat.targetAgentId,
    offeredTo: offeredTo(chat.state),
    asked: chat.asked,
    except: chat.except,
    preferredAgentId: isPreferred ? await findLastAgent(site.tx, site.siteId, chat.row.visitorId) : null,
  }
}
