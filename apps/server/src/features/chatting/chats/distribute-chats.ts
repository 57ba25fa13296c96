import { type Floor, isFree, rulesFor } from '../distribution/floor.ts'
import { type PlaceableChat, placeChat } from '../distribution/place-chat.ts'
import { type HeldChat, offeredTo } from './held-chat.ts'
import { findLastAgent, listUnanswered } from './running-chats.repo.ts'
import type { SiteWork } from './site-work.ts'

/** An offer to one agent that is not answered for this long goes to the next. */
export const OFFER_MS = 60_000

/** Brings unanswered chats to agents with free places, as far as there are any, in the order of the queue. */
export async function distributeChats(site: SiteWork): Promise<void> {
  const floor = await site.floor()
  const { isAutomatic } = floor.rules
  if (isAutomatic && !floor.agents.some(isFree)) return
  for (const chat of await unanswered(site)) {
    if (isAutomatic && !floor.agents.some(isFree)) return
    if (!isAutomatic) withdrawFromFull(site, floor, chat)
    await place(site, floor, chat)
  }
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

/** With distribution off, whoever has no place left is not asked any more. */
function withdrawFromFull(site: SiteWork, floor: Floor, chat: HeldChat): void {
  if (floor.rules.canExceedLimitByHand || chat.offerExpires) return
  for (const agentId of offeredTo(chat.state)) {
    const agent = floor.agents.find((one) => one.agentId === agentId)
    if (agent && !isFree(agent)) site.apply(chat, { type: 'withdrawOffer', agentId })
  }
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
    offeredTo: offeredTo(chat.state),
    asked: chat.asked,
    except: chat.except,
    preferredAgentId: isPreferred ? await findLastAgent(site.tx, site.siteId, chat.row.visitorId) : null,
  }
}
