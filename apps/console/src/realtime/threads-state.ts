import type { ChatEventShape } from '@parley/contract'

/** A message of mine that is on its way. */
export interface PendingMessage {
  readonly clientMessageId: string
  readonly type: 'agent' | 'note'
  readonly content: string
  readonly sentTime: string
  readonly hasFailed: boolean
  readonly problem?: string
}

/** What is said in one chat. */
export interface Thread {
  readonly isLoaded: boolean
  readonly events: readonly ChatEventShape[]
  readonly pending: readonly PendingMessage[]
}

/** The conversations that are loaded, and up to where this agent has read each of them. */
export interface ThreadsState {
  readonly byChat: ReadonlyMap<string, Thread>
  readonly seen: ReadonlyMap<string, number>
}

export const noThread: Thread = { isLoaded: false, events: [], pending: [] }
export const noThreads: ThreadsState = { byChat: new Map(), seen: new Map() }

/** Adds events to a conversation: each once, in the order of their numbers, whatever order they come in. */
export function eventsAdded(
  state: ThreadsState,
  chatId: string,
  events: readonly ChatEventShape[],
  isComplete = false,
): ThreadsState {
  const thread = state.byChat.get(chatId) ?? noThread
  const known = new Set(thread.events.map((event) => event.seq))
  const fresh = events.filter((event) => !known.has(event.seq) && known.add(event.seq))
  if (fresh.length === 0 && (thread.isLoaded || !isComplete)) return state
  const merged = [...thread.events, ...fresh]
  const isInOrder = fresh.every((event, index) => event.seq > (merged[thread.events.length + index - 1]?.seq ?? 0))
  if (!isInOrder) merged.sort((a, b) => a.seq - b.seq)
  const stored = new Set(fresh.map((event) => event.clientMessageId))
  return withThread(state, chatId, {
    isLoaded: thread.isLoaded || isComplete,
    events: merged,
    pending: thread.pending.filter((message) => !stored.has(message.clientMessageId)),
  })
}

/** A message is being sent: it shows at once. */
export function messagePending(state: ThreadsState, chatId: string, message: PendingMessage): ThreadsState {
  const thread = state.byChat.get(chatId) ?? noThread
  const others = thread.pending.filter((known) => known.clientMessageId !== message.clientMessageId)
  return withThread(state, chatId, { ...thread, pending: [...others, message] })
}

/** A message was refused; it stays, with the reason, to be sent again or taken back. */
export function messageFailed(
  state: ThreadsState,
  chatId: string,
  clientMessageId: string,
  problem: string,
): ThreadsState {
  const thread = state.byChat.get(chatId) ?? noThread
  return withThread(state, chatId, {
    ...thread,
    pending: thread.pending.map((message) =>
      message.clientMessageId === clientMessageId ? { ...message, hasFailed: true, problem } : message,
    ),
  })
}

/** A message is taken back, or has arrived in another way. */
export function messageDropped(state: ThreadsState, chatId: string, clientMessageId: string): ThreadsState {
  const thread = state.byChat.get(chatId) ?? noThread
  return withThread(state, chatId, {
    ...thread,
    pending: thread.pending.filter((message) => message.clientMessageId !== clientMessageId),
  })
}

/** The agent has read a chat up to a number; reading never goes backwards. */
export function chatSeen(state: ThreadsState, chatId: string, seq: number): ThreadsState {
  if ((state.seen.get(chatId) ?? 0) >= seq) return state
  return { ...state, seen: new Map(state.seen).set(chatId, seq) }
}

/** How many messages of the visitor the agent has not read. */
export function unreadCount(state: ThreadsState, chatId: string): number {
  const thread = state.byChat.get(chatId)
  if (!thread) return 0
  const seen = state.seen.get(chatId) ?? 0
  let count = 0
  for (let index = thread.events.length - 1; index >= 0; index--) {
    const event = thread.events[index]
    // Who has answered has read, wherever that was.
    if (!event || event.seq <= seen || event.type === 'agent') break
    if (event.type === 'visitor') count++
  }
  return count
}

/** The number of the last event of a conversation, 0 before the first. */
export function lastSeqOf(thread: Thread | undefined): number {
  return thread?.events.at(-1)?.seq ?? 0
}

function withThread(state: ThreadsState, chatId: string, thread: Thread): ThreadsState {
  return { ...state, byChat: new Map(state.byChat).set(chatId, thread) }
}
