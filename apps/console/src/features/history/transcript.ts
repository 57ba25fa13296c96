import type { ChatEventShape, Shape } from '@parley/contract'
import type { Thread } from '../../realtime/threads-state.ts'

type Chat = Shape<'Chat'>

/** A stored chat's messages as the thread that a timeline is drawn from. */
export function transcriptThread(chat: Chat): Thread {
  const events = (chat.messages ?? []).map(
    (message, index): ChatEventShape => ({
      seq: index + 1,
      type: message.type ?? 'system',
      // Transcripts name senders but carry no ids; the name keeps groups apart.
      senderId: message.senderName,
      senderName: message.senderName,
      content: message.content ?? '',
      sentTime: message.sentTime ?? chat.requestedTime ?? '',
      clientMessageId: null,
    }),
  )
  return { isLoaded: true, events, pending: [] }
}

/** A transcript as plain text, to paste elsewhere. */
export function transcriptText(chat: Chat): string {
  return (chat.messages ?? [])
    .filter((message) => message.type !== 'note')
    .map((message) => `[${message.sentTime ?? ''}] ${message.senderName ?? 'System'}: ${message.content ?? ''}`)
    .join('\n')
}

/** The name of the person who asked. */
export function chatVisitorName(chat: Chat): string {
  return chat.preChat?.name?.trim() || 'Visitor'
}

/** How a finished chat went, in a word. */
export const chatOutcomes = {
  normal: { label: 'Answered', tone: 'green' },
  refused: { label: 'Refused', tone: 'red' },
  missed: { label: 'Missed', tone: 'red' },
} as const

/** The stars of a rating, 0 when there is none. */
export function ratingOf(chat: Chat): number {
  return Number(/^level([1-5])$/u.exec(chat.postChat?.ratingGrade ?? '')?.[1] ?? 0)
}

/** Seconds from the first answer (or the request) to the end. */
export function chatLength(chat: Chat): number | null {
  const start = chat.startTime ?? chat.requestedTime
  return start && chat.endTime ? (Date.parse(chat.endTime) - Date.parse(start)) / 1000 : null
}
