import { randomUUID } from 'node:crypto'
import type { ChatEventShape, VisitorResults } from '@parley/contract'

type Shape = VisitorResults['chat.request']

/** A chat in the fake server's memory. */
export class FakeChat {
  readonly id = randomUUID()
  readonly events: ChatEventShape[] = []
  state: Shape['state'] = 'waiting'
  status: Shape['status'] = null
  agentName: string | null = null
  queue: Shape['queue'] = null
  rating: { grade: number; comment?: string | undefined } | null = null

  /** Appends an entry; a repeat of the same client id answers with the first one. */
  append(entry: { type: ChatEventShape['type']; content: string; senderName?: string; clientMessageId?: string }): {
    event: ChatEventShape
    isNew: boolean
  } {
    const { clientMessageId = null } = entry
    const before = clientMessageId && this.events.find((event) => event.clientMessageId === clientMessageId)
    if (before) return { event: before, isNew: false }
    const event: ChatEventShape = {
      seq: this.events.length + 1,
      type: entry.type,
      senderId: entry.type === 'system' ? null : entry.type,
      senderName: entry.senderName ?? null,
      content: entry.content,
      sentTime: new Date().toISOString(),
      clientMessageId,
    }
    this.events.push(event)
    return { event, isNew: true }
  }

  /** The chat as its visitor sees it, from an entry on. */
  shape(afterSeq = 0): Shape {
    const { id, state, status, agentName, queue, events } = this
    const since = events.filter((event) => event.seq > afterSeq)
    return { id, state, status, agentName, queue, events: since, lastSeq: events.length, isRated: this.rating !== null }
  }
}
