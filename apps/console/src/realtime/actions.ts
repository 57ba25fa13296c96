import type { Agent, TransferTarget } from '@parley/client'
import { errorMessage } from '../lib/errors.ts'
import { writePref } from '../lib/prefs.ts'
import { toastFailed } from '../ui/toasts.tsx'
import { chatChanged, chatClosed } from './chats-state.ts'
import { chatsStore, linkStore, threadsStore } from './stores.ts'
import {
  chatSeen,
  eventsAdded,
  lastSeqOf,
  messageDropped,
  messageFailed,
  messagePending,
  type PendingMessage,
} from './threads-state.ts'

/** The connection that is in use; null while nobody is signed in or the first connection is being made. */
let agent: Agent | null = null

/** Gives the actions their connection, or takes it away. */
export function setConnection(next: Agent | null): void {
  agent = next
}

const notConnected = () => new Error('Not connected yet. Try again in a moment.')

/** Takes another status; it is remembered for the next time. */
export function setStatus(status: string): void {
  const before = linkStore.get().status
  writePref('status', status)
  linkStore.update((link) => ({ ...link, status }))
  agent?.setStatus(status).catch((error: unknown) => {
    linkStore.update((link) => ({ ...link, status: before }))
    toastFailed('Your status was not changed', error)
  })
}

/** Accepts a chat that waits. */
export async function acceptChat(chatId: string): Promise<boolean> {
  try {
    if (!agent) throw notConnected()
    const chat = await agent.accept(chatId)
    chatsStore.update((state) => chatChanged(state, chat, linkStore.get().agentId))
    return true
  } catch (error) {
    toastFailed('The chat was not accepted', error)
    return false
  }
}

/** Leaves an offered chat to somebody else. */
export function refuseChat(chatId: string): void {
  if (!agent) return
  agent.refuse(chatId).catch((error: unknown) => toastFailed('The chat was not refused', error))
}

/** Sends an answer or a note; it shows at once and stays when it cannot be sent. */
export function sendMessage(chatId: string, type: 'agent' | 'note', content: string): void {
  const message: PendingMessage = {
    clientMessageId: newMessageId(),
    type,
    content,
    sentTime: new Date().toISOString(),
    hasFailed: false,
  }
  void deliver(chatId, message)
}

/** Sends a message again that was refused. */
export function resendMessage(chatId: string, message: PendingMessage): void {
  void deliver(chatId, { ...message, hasFailed: false })
}

/** Takes back a message that was refused. */
export function dropMessage(chatId: string, clientMessageId: string): void {
  threadsStore.update((state) => messageDropped(state, chatId, clientMessageId))
}

async function deliver(chatId: string, message: PendingMessage): Promise<void> {
  const { clientMessageId, type, content } = message
  threadsStore.update((state) => messagePending(state, chatId, message))
  try {
    if (!agent) throw notConnected()
    const send = type === 'note' ? agent.note : agent.send
    const stored = await send.call(agent, chatId, content, { clientMessageId })
    const { agentId, displayName } = linkStore.get()
    const event = { ...stored, type, content, clientMessageId, senderId: String(agentId), senderName: displayName }
    // Stored is stored, even if the event itself comes later (or, in a colleague's chat, not at all).
    threadsStore.update((state) => {
      const thread = state.byChat.get(chatId)
      // Showing a later number first would hide the gap from `refreshThread`, which reads after the last one.
      return stored.seq === lastSeqOf(thread) + 1 ? eventsAdded(state, chatId, [event]) : state
    })
    if (threadsStore.get().byChat.get(chatId)?.isLoaded) await refreshThread(chatId, stored.seq)
    else await loadThread(chatId)
    threadsStore.update((state) => messageDropped(state, chatId, clientMessageId))
  } catch (error) {
    threadsStore.update((state) => messageFailed(state, chatId, clientMessageId, errorMessage(error)))
  }
}

/** Loads a conversation from its beginning. */
export async function loadThread(chatId: string): Promise<void> {
  if (!agent) throw notConnected()
  const events = await agent.events(chatId, 0)
  threadsStore.update((state) => eventsAdded(state, chatId, events, true))
}

/** Reads what is missing of a loaded conversation up to a number: colleagues' chats send no messages by themselves. */
export async function refreshThread(chatId: string, upTo: number): Promise<void> {
  const thread = threadsStore.get().byChat.get(chatId)
  const last = lastSeqOf(thread)
  if (!agent || !thread?.isLoaded || last >= upTo) return
  const events = await agent.events(chatId, last)
  threadsStore.update((state) => eventsAdded(state, chatId, events))
}

/** Tells the visitor that somebody types. */
export function sayTyping(chatId: string, isTyping: boolean): void {
  agent?.typing(chatId, isTyping)
}

/** Ends a chat for both sides. */
export async function endChat(chatId: string): Promise<void> {
  if (!agent) throw notConnected()
  await agent.end(chatId)
}

/** Puts an ended chat away. */
export function closeChat(chatId: string): void {
  chatsStore.update((state) => chatClosed(state, chatId))
}

/** Passes a chat on. */
export async function transferChat(chatId: string, target: TransferTarget): Promise<void> {
  if (!agent) throw notConnected()
  await agent.transfer(chatId, target)
}

/** Keeps what the agent notes about a chat when it is over. */
export async function wrapUpChat(chatId: string, comment: string): Promise<void> {
  if (!agent) throw notConnected()
  await agent.wrapUp(chatId, { comment })
}

/** Remembers that the agent has read a chat as far as it is loaded. */
export function markSeen(chatId: string): void {
  threadsStore.update((state) => chatSeen(state, chatId, lastSeqOf(state.byChat.get(chatId))))
}

/** Starts or stops the live list of visitors. */
export async function watchVisitors(isOn: boolean) {
  if (!agent) throw notConnected()
  return await agent.watchVisitors(isOn)
}

function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
