import type { ChatSummaryShape } from '@parley/contract'
import { type ChatsState, isMine, isOfferedTo } from './chats-state.ts'

/** The three lists of the Chats page. */
export type Segment = 'mine' | 'waiting' | 'everyone'

/** Chats by where they stand, each list in an order that does not jump while one looks at it. */
export interface ChatLists {
  /** Asked of me now: shown above every segment. */
  readonly offers: readonly ChatSummaryShape[]
  readonly mine: readonly ChatSummaryShape[]
  readonly waiting: readonly ChatSummaryShape[]
  readonly everyone: readonly ChatSummaryShape[]
}

/** Sorts the known chats into the lists. */
export function chatLists(state: ChatsState, agentId: number): ChatLists {
  const all = [...state.byId.values()].sort(byRequest)
  const waiting = all.filter((chat) => chat.state === 'waiting' || chat.state === 'offered')
  const mine = all.filter((chat) => (chat.state === 'active' || chat.state === 'ended') && isMine(chat, agentId))
  return {
    offers: waiting.filter((chat) => isOfferedTo(chat, agentId)),
    mine: [...mine.filter((chat) => chat.state === 'active'), ...mine.filter((chat) => chat.state === 'ended')],
    waiting,
    everyone: all.filter((chat) => chat.state !== 'ended'),
  }
}

function byRequest(a: ChatSummaryShape, b: ChatSummaryShape): number {
  return a.requestedTime.localeCompare(b.requestedTime) || a.id.localeCompare(b.id)
}

/** Waits are amber, then red, after these many seconds. */
export const WAIT_AMBER_S = 30
export const WAIT_RED_S = 90

/** Since when somebody waits for us in this chat: for a first answer, or for the next one. */
export function waitingSince(chat: ChatSummaryShape): string | null {
  if (chat.state === 'waiting' || chat.state === 'offered') return chat.requestedTime
  if (chat.state === 'active' && chat.lastMessageBy === 'visitor') return chat.lastMessageTime
  return null
}

/** How urgent a wait of so many seconds is. */
export function waitTone(seconds: number): 'grey' | 'amber' | 'red' {
  if (seconds >= WAIT_RED_S) return 'red'
  return seconds >= WAIT_AMBER_S ? 'amber' : 'grey'
}

/** The name a visitor goes by. */
export function visitorName(who: { readonly visitorName: string | null; readonly visitorId: string }): string {
  return who.visitorName?.trim() || `Visitor ${who.visitorId.slice(-4)}`
}
