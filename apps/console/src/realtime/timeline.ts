import type { ChatEventShape } from '@parley/contract'
import { dayKey } from '../lib/time.ts'
import type { PendingMessage, Thread } from './threads-state.ts'

/** A message in a group, stored or on its way. */
export interface TimelineMessage {
  readonly key: string
  readonly content: string
  readonly sentTime: string
  readonly delivery: 'stored' | 'sending' | 'failed'
  readonly pending?: PendingMessage
}

/** What a conversation is drawn from. */
export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly time: string }
  | { readonly kind: 'system'; readonly key: string; readonly content: string; readonly time: string }
  | {
      readonly kind: 'group'
      readonly key: string
      readonly side: 'visitor' | 'agent' | 'note'
      readonly isBot: boolean
      readonly senderId: string | null
      readonly senderName: string | null
      readonly messages: readonly TimelineMessage[]
    }

type Group = Extract<TimelineItem, { kind: 'group' }>

/** Messages of one sender that follow within this time stand together. */
const GROUP_GAP_MS = 5 * 60_000

/** Groups a conversation by day and sender; what is on its way comes last. */
export function timeline(thread: Thread, me: { readonly id: string; readonly name: string }): TimelineItem[] {
  const items: TimelineItem[] = []
  let day = ''
  const startDay = (time: string) => {
    if (dayKey(time) === day) return
    day = dayKey(time)
    items.push({ kind: 'day', key: `day-${day}`, time })
  }
  for (const event of thread.events) {
    startDay(event.sentTime)
    if (event.type === 'system') {
      items.push({ kind: 'system', key: `e${event.seq}`, content: event.content, time: event.sentTime })
    } else append(items, groupOf(event))
  }
  for (const message of thread.pending) {
    startDay(message.sentTime)
    append(items, pendingGroup(message, me))
  }
  return items
}

function groupOf(event: ChatEventShape): Group {
  const side = event.type === 'visitor' || event.type === 'note' ? event.type : 'agent'
  const message: TimelineMessage = {
    key: event.clientMessageId ?? `e${event.seq}`,
    content: event.content,
    sentTime: event.sentTime,
    delivery: 'stored',
  }
  return {
    kind: 'group',
    key: `g${message.key}`,
    side,
    isBot: event.type === 'chatbot',
    senderId: event.senderId,
    senderName: event.senderName,
    messages: [message],
  }
}

function pendingGroup(message: PendingMessage, me: { readonly id: string; readonly name: string }): Group {
  const delivery = message.hasFailed ? 'failed' : 'sending'
  return {
    kind: 'group',
    key: `g${message.clientMessageId}`,
    side: message.type,
    isBot: false,
    senderId: me.id,
    senderName: me.name,
    messages: [
      {
        key: message.clientMessageId,
        content: message.content,
        sentTime: message.sentTime,
        delivery,
        pending: message,
      },
    ],
  }
}

function append(items: TimelineItem[], next: Group): void {
  const last = items.at(-1)
  const before = last?.kind === 'group' ? last.messages.at(-1) : undefined
  const first = next.messages[0]
  const belongs =
    last?.kind === 'group' &&
    before &&
    first &&
    last.side === next.side &&
    last.isBot === next.isBot &&
    last.senderId === next.senderId &&
    Date.parse(first.sentTime) - Date.parse(before.sentTime) < GROUP_GAP_MS
  if (belongs) items[items.length - 1] = { ...last, messages: [...last.messages, ...next.messages] }
  else items.push(next)
}
