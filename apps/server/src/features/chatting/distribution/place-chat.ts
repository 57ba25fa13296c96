import type { AgentId } from '../../../context.ts'
import { type Floor, type FloorAgent, isFree, rulesFor, type Target, targetAgents } from './floor.ts'
import { pickAgent } from './methods.ts'

export type OfferAnswer = 'accepted' | 'refused' | 'expired' | 'withdrawn'

/** What distribution knows of an unanswered chat. */
export interface PlaceableChat extends Target {
  /** who is asked now */
  readonly offeredTo: readonly AgentId[]
  /** who was asked before, what came of it, and when */
  readonly asked: ReadonlyMap<AgentId, { readonly answer: OfferAnswer | null; readonly time: Date }>
  /** the agent who hands it on does not get it back at once */
  readonly except: AgentId | null
  /** whom this visitor chatted with last, where that counts */
  readonly preferredAgentId: AgentId | null
}

/** Where a chat goes next. */
export type Placement =
  | { readonly type: 'allocate'; readonly agent: FloorAgent }
  | { readonly type: 'offer'; readonly agents: readonly FloorAgent[]; readonly isExclusive: boolean }

/** Decides where an unanswered chat goes now; undefined: it stays where it is. */
export function placeChat(floor: Floor, chat: PlaceableChat): Placement | undefined {
  return floor.rules.isAutomatic ? placeWithOne(floor, chat) : offerToAll(floor, chat)
}

/** Whether somebody of the target has not refused the chat yet. */
export function canAnybodyTake(floor: Floor, chat: PlaceableChat): boolean {
  return targetAgents(floor, chat).some((agent) => isEligible(chat, agent))
}

function isEligible(chat: PlaceableChat, agent: FloorAgent): boolean {
  return agent.agentId !== chat.except && chat.asked.get(agent.agentId)?.answer !== 'refused'
}

function placeWithOne(floor: Floor, chat: PlaceableChat): Placement | undefined {
  if (chat.offeredTo.length) return undefined
  const target = targetAgents(floor, chat)
  const free = target.filter((agent) => isFree(agent) && isEligible(chat, agent))
  const agent =
    preferred(chat, free) ?? pickAgent(rulesFor(floor, chat.departmentId).method, target, freshest(chat, free))
  if (!agent) return undefined
  return agent.isAutoAccepting ? { type: 'allocate', agent } : { type: 'offer', agents: [agent], isExclusive: true }
}

function preferred(chat: PlaceableChat, free: readonly FloorAgent[]): FloorAgent | undefined {
  return free.find((agent) => agent.agentId === chat.preferredAgentId && !hasLetExpire(chat, agent))
}

/** Those who were not asked in vain yet; when all were, the one whose turn is longest ago. */
function freshest(chat: PlaceableChat, free: readonly FloorAgent[]): readonly FloorAgent[] {
  const fresh = free.filter((agent) => !hasLetExpire(chat, agent))
  if (fresh.length) return fresh
  const askedAt = (agent: FloorAgent) => chat.asked.get(agent.agentId)?.time.getTime() ?? 0
  return [...free].sort((a, b) => askedAt(a) - askedAt(b)).slice(0, 1)
}

function hasLetExpire(chat: PlaceableChat, agent: FloorAgent): boolean {
  return chat.asked.get(agent.agentId)?.answer === 'expired'
}

function offerToAll(floor: Floor, chat: PlaceableChat): Placement | undefined {
  const agents = targetAgents(floor, chat).filter(
    (agent) =>
      isEligible(chat, agent) &&
      !chat.offeredTo.includes(agent.agentId) &&
      (isFree(agent) || floor.rules.canExceedLimitByHand),
  )
  return agents.length ? { type: 'offer', agents, isExclusive: false } : undefined
}
