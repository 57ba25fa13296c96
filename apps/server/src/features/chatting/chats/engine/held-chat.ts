import type { AgentId } from '../../../../context.ts'
import { AppError } from '../../../../lib/app-error.ts'
import type { OfferAnswer } from '../../distribution/place-chat.ts'
import { type ChatCommand, type ChatState, decide, type Refusal } from '../chat-state.ts'
import type { ChatRow, OfferRow } from './running-chats.repo.ts'

/** A chat in the hands of a command: how it was, how it is to be, and what is to be written with that. */
export interface HeldChat {
  readonly row: ChatRow
  readonly before: ChatState
  readonly asked: Map<AgentId, { answer: OfferAnswer | null; time: Date }>
  readonly notices: string[]
  /** who is asked by this change, perhaps again */
  readonly newlyAsked: Set<AgentId>
  state: ChatState
  departmentId: string | null
  /** the agent routing chose, while the chat is kept for that agent */
  targetAgentId: AgentId | null
  isQueued: boolean
  transfers: number
  /** what the visitor left instead of waiting */
  offlineMessageId: string | null
  /** when an offer to a single agent goes on to the next; null while all are asked at once */
  offerExpires: Date | null
  /** the agent who hands the chat on */
  except: AgentId | null
}

/** Takes a chat as it is stored. */
export function holdChat(row: ChatRow, offers: readonly OfferRow[]): HeldChat {
  const state = stateOf(row, offers)
  return {
    row,
    before: state,
    asked: new Map(offers.map((offer) => [offer.agentId, { answer: offer.answer, time: offer.offeredTime }])),
    notices: [],
    newlyAsked: new Set(),
    state,
    departmentId: row.departmentId,
    targetAgentId: row.targetAgentId,
    isQueued: row.isQueued,
    transfers: row.transfers,
    offlineMessageId: row.offlineMessageId,
    offerExpires: offers.find((offer) => offer.answer === null)?.expiresTime ?? null,
    except: null,
  }
}

/** The state that a stored chat is in. */
export function stateOf(row: ChatRow, offers: readonly OfferRow[]): ChatState {
  const { answeredTime, agentId } = row
  if (row.state === 'ended') return endedStateOf(row)
  if (row.state === 'active' && agentId !== null && answeredTime) return { state: 'active', agentId, answeredTime }
  const offeredTo = offers.filter((offer) => offer.answer === null).map((offer) => offer.agentId)
  return offeredTo.length ? { state: 'offered', offeredTo, answeredTime } : { state: 'waiting', answeredTime }
}

function endedStateOf(row: ChatRow): ChatState {
  const end = {
    state: 'ended',
    endedTime: row.endedTime ?? row.requestedTime,
    endedBy: row.endedBy ?? 'system',
  } as const
  if (row.status === 'refused') return { ...end, status: 'refused' }
  if (row.status === 'missed' || !row.answeredTime) {
    return { ...end, status: 'missed', missedBy: row.missedBy ?? 'abandoned' }
  }
  return { ...end, status: 'normal', answeredTime: row.answeredTime, agentId: row.agentId }
}

const ANSWERS: Partial<Record<ChatCommand['type'], OfferAnswer>> = {
  accept: 'accepted',
  refuse: 'refused',
  expireOffer: 'expired',
}

/** Changes the chat by a command and an optional notice for its log, or throws 409. */
export function applyTo(chat: HeldChat, command: ChatCommand, now: Date, notice?: string): void {
  const decision = decide(chat.state, command, now)
  if (!decision.ok) throw new AppError('conflict', SAYS[decision.refusal])
  const before = offeredTo(chat.state)
  const after = offeredTo(decision.chat)
  for (const agentId of before.filter((id) => !after.includes(id))) {
    const isOwn = 'agentId' in command && command.agentId === agentId
    const answer = (isOwn ? ANSWERS[command.type] : undefined) ?? 'withdrawn'
    chat.asked.set(agentId, { answer, time: chat.asked.get(agentId)?.time ?? now })
  }
  for (const agentId of after.filter((id) => !before.includes(id))) {
    chat.asked.set(agentId, { answer: null, time: now })
    chat.newlyAsked.add(agentId)
  }
  chat.state = decision.chat
  if (notice) chat.notices.push(notice)
}

const SAYS: Record<Refusal, string> = {
  exists: 'The chat was requested already.',
  not_requested: 'The chat was not requested.',
  ended: 'The chat has ended.',
  not_offered: 'The chat is not offered to this agent.',
  taken: 'Another agent has taken the chat.',
  not_active: 'Nobody has taken the chat yet.',
  not_unanswered: 'The chat was answered.',
}

/** The agents who are asked to accept the chat now. */
export function offeredTo(state: ChatState): readonly AgentId[] {
  return state.state === 'offered' ? state.offeredTo : []
}

/** The agent who leads the chat now. */
export function leadOf(state: ChatState): AgentId | null {
  return state.state === 'active' ? state.agentId : null
}

/** The agents whose places the chat takes now. */
export function placesTaken({ state, offerExpires }: HeldChat): readonly AgentId[] {
  if (state.state === 'active') return [state.agentId]
  return state.state === 'offered' && offerExpires ? state.offeredTo : []
}

/** Whether the command changed anything. */
export function isChanged(chat: HeldChat): boolean {
  return (
    chat.state !== chat.before ||
    chat.departmentId !== chat.row.departmentId ||
    chat.targetAgentId !== chat.row.targetAgentId ||
    chat.isQueued !== chat.row.isQueued ||
    chat.notices.length > 0
  )
}
