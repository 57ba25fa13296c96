import type { ChatEventShape, ChatSummaryShape } from '@parley/contract'

/** Who types in a chat, and since when (ms). */
export interface Typing {
  readonly name: string
  readonly since: number
}

/** Every chat this agent knows of: one's own, those that wait, and those of colleagues. */
export interface ChatsState {
  readonly isLoaded: boolean
  readonly byId: ReadonlyMap<string, ChatSummaryShape>
  readonly typing: ReadonlyMap<string, Typing>
}

/** Typing that is not repeated counts as stopped after this long. */
export const TYPING_LASTS_MS = 8_000

export const noChats: ChatsState = { isLoaded: false, byId: new Map(), typing: new Map() }

/** Whether the agent leads a chat or takes part in it. */
export function isMine(chat: ChatSummaryShape, agentId: number): boolean {
  return chat.agentId === agentId || chat.agentIds.includes(agentId)
}

/** Whether the agent is asked to accept a chat now. */
export function isOfferedTo(chat: ChatSummaryShape, agentId: number): boolean {
  return (chat.state === 'offered' || chat.state === 'waiting') && chat.offeredTo.includes(agentId)
}

/** The running chats, as the server lists them. Ended ones of mine stay until they are closed. */
export function chatsLoaded(state: ChatsState, chats: readonly ChatSummaryShape[], agentId: number): ChatsState {
  const byId = new Map(chats.map((chat) => [chat.id, chat]))
  for (const [id, chat] of state.byId) {
    if (!byId.has(id) && chat.state === 'ended' && isMine(chat, agentId)) byId.set(id, chat)
  }
  return { ...state, isLoaded: true, byId }
}

/** A chat is new or has changed. News that is older than what is known is dropped. */
export function chatChanged(state: ChatsState, chat: ChatSummaryShape, agentId: number): ChatsState {
  const known = state.byId.get(chat.id)
  if (known && known.lastSeq > chat.lastSeq && known.state === chat.state) {
    return withChat(state, { ...chat, ...lastMessageOf(known) })
  }
  // A chat of a colleague that ended is history; one of mine waits to be closed.
  if (chat.state === 'ended' && !isMine(chat, agentId)) return withoutChat(state, chat.id)
  return withChat(state, chat)
}

/** An offer is over; unless the chat is mine it is somebody else's business now. */
export function offerEnded(state: ChatsState, chatId: string, agentId: number, seesSite: boolean): ChatsState {
  const chat = state.byId.get(chatId)
  if (!chat) return state
  if (!seesSite && !isMine(chat, agentId)) return withoutChat(state, chatId)
  return withChat(state, { ...chat, offeredTo: chat.offeredTo.filter((id) => id !== agentId) })
}

/** A message came: the row shows it and whoever wrote it no longer types. */
export function messageArrived(state: ChatsState, chatId: string, event: ChatEventShape): ChatsState {
  const chat = state.byId.get(chatId)
  if (!chat) return state
  const isOld = event.seq <= chat.lastSeq && chat.lastMessageTime !== null && event.sentTime <= chat.lastMessageTime
  const next =
    event.type === 'note' || isOld
      ? { ...chat, lastSeq: Math.max(chat.lastSeq, event.seq) }
      : {
          ...chat,
          lastSeq: Math.max(chat.lastSeq, event.seq),
          lastMessage: event.content,
          lastMessageBy: event.type,
          lastMessageTime: event.sentTime,
        }
  const typing = event.type === 'visitor' ? stopped(state.typing, chatId) : state.typing
  return { ...withChat(state, next), typing }
}

/** Somebody types, or has stopped. */
export function typingChanged(
  state: ChatsState,
  { chatId, senderName, isTyping }: { chatId: string; senderName: string; isTyping: boolean },
  now: number,
): ChatsState {
  if (!isTyping) return { ...state, typing: stopped(state.typing, chatId) }
  return { ...state, typing: new Map(state.typing).set(chatId, { name: senderName, since: now }) }
}

/** The agent is done with an ended chat. */
export function chatClosed(state: ChatsState, chatId: string): ChatsState {
  return withoutChat(state, chatId)
}

function lastMessageOf(chat: ChatSummaryShape) {
  const { lastSeq, lastMessage, lastMessageBy, lastMessageTime } = chat
  return { lastSeq, lastMessage, lastMessageBy, lastMessageTime }
}

function withChat(state: ChatsState, chat: ChatSummaryShape): ChatsState {
  return { ...state, byId: new Map(state.byId).set(chat.id, chat) }
}

function withoutChat(state: ChatsState, chatId: string): ChatsState {
  if (!state.byId.has(chatId)) return state
  const byId = new Map(state.byId)
  byId.delete(chatId)
  return { ...state, byId, typing: stopped(state.typing, chatId) }
}

function stopped(typing: ChatsState['typing'], chatId: string): ChatsState['typing'] {
  if (!typing.has(chatId)) return typing
  const next = new Map(typing)
  next.delete(chatId)
  return next
}
