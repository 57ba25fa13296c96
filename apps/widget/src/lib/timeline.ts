import type { ChatEvent } from '@parley/client/visitor'
import type { Outgoing } from '../state/state.ts'

/** One bubble. */
export interface Bubble {
  readonly key: string
  readonly text: string
  readonly time: Date
  /** On the visitor's own messages. */
  readonly delivery: Outgoing['delivery'] | undefined
}

/** A line of the conversation as it is drawn. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly date: Date }
  | { readonly kind: 'system'; readonly key: string; readonly text: string }
  | { readonly kind: 'group'; readonly key: string; readonly sender: string | null; readonly bubbles: Bubble[] }

const GROUP_BREAK_MS = 5 * 60_000

/** Orders stored messages and those still on their way into days and groups of one sender; null is the visitor. */
export function timelineOf(messages: readonly ChatEvent[], outbox: readonly Outgoing[]): Row[] {
  const rows: Row[] = []
  let day = ''

  for (const entry of [...messages, ...outbox]) {
    const { type, content: text, clientMessageId, sentTime } = entry
    const isOwn = type === 'visitor'
    const time = new Date(sentTime)
    // The same key before and after it is stored, so that a bubble is not drawn anew
    const key = clientMessageId ?? sentTime + text
    if (day !== time.toDateString()) {
      day = time.toDateString()
      rows.push({ kind: 'day', key: day, date: time })
    }
    if (type === 'system') {
      rows.push({ kind: 'system', key, text })
      continue
    }
    const sender = isOwn ? null : (entry.senderName ?? '')
    const bubble: Bubble = {
      key,
      text,
      time,
      delivery: 'delivery' in entry ? entry.delivery : isOwn ? 'sent' : undefined,
    }
    const last = rows.at(-1)
    const before = last?.kind === 'group' && last.sender === sender ? last.bubbles : []
    const isSoon = Number(time) - Number(before.at(-1)?.time) < GROUP_BREAK_MS
    if (isSoon) before.push(bubble)
    else rows.push({ kind: 'group', key: `group ${key}`, sender, bubbles: [bubble] })
  }
  return rows
}

/** The key of the visitor's last bubble, if nobody wrote after it: the only one that says that it was sent. */
export function lastOwnKey(rows: readonly Row[]): string | undefined {
  const group = rows.findLast((row) => row.kind === 'group')
  return group?.sender === null ? group.bubbles.at(-1)?.key : undefined
}
