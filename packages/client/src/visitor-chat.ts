import type { Channels, VisitorEvents } from '@parley/contract'
import type { Connection } from './connection.ts'
import { Emitter } from './emitter.ts'
import { newId } from './ids.ts'
import type { ChatEvent, QueueState, Stored, VisitorChatShape } from './types.ts'

/** Where a chat stands, as its visitor sees it. */
export interface VisitorChatState {
  readonly state: VisitorChatShape['state']
  readonly status: VisitorChatShape['status']
  readonly agentName: string | null
}

/** How a chat ended. */
export interface VisitorChatEnd {
  readonly endedBy: 'visitor' | 'agent' | 'system' | null
  readonly status: VisitorChatShape['status']
}

/** What a visitor's chat tells its listeners. */
export interface VisitorChatEvents {
  /** Every entry of the chat exactly once and in order: own messages, greetings and system lines too. */
  message: ChatEvent
  state: VisitorChatState
  typing: { readonly senderName: string; readonly isTyping: boolean }
  /** The place in the queue, null when the chat no longer waits. */
  queue: QueueState | null
  /** Once, when the chat is over. */
  end: VisitorChatEnd
}

/** One conversation, seen by its visitor. */
export class VisitorChat extends Emitter<VisitorChatEvents> {
  readonly id: string
  state: VisitorChatShape['state']
  status: VisitorChatShape['status']
  agentName: string | null
  queue: QueueState | null
  isRated: boolean
  /** Everything seen so far, in order. */
  readonly messages: ChatEvent[] = []
  readonly #connection: Connection<Channels['visitor']>

  /** @internal Chats come from `visitor.startChat` and `visitor.chat`. */
  constructor(connection: Connection<Channels['visitor']>, shape: VisitorChatShape) {
    super(['typing'])
    this.#connection = connection
    this.id = shape.id
    this.state = shape.state
    this.status = shape.status
    this.agentName = shape.agentName
    this.queue = shape.queue
    this.isRated = shape.isRated
    for (const event of shape.events) this.receive(event)
  }

  /** The number of the last entry seen; with it a later connection resumes. */
  get lastSeq(): number {
    return this.messages.at(-1)?.seq ?? 0
  }

  /**
   * Sends a text; resolves when it is stored. Without connection it waits, and it is sent again until
   * it is acknowledged, under the same `clientMessageId`, so that it is stored once.
   */
  send(text: string, options: { clientMessageId?: string | undefined } = {}): Promise<Stored> {
    const clientMessageId = options.clientMessageId ?? newId()
    const payload = { chatId: this.id, clientMessageId, content: text }
    return this.#connection.call('chat.send', payload, { isDurable: true, lane: this.id })
  }

  /** Tells the other side that the visitor is (no longer) typing. */
  typing(isTyping: boolean): void {
    this.#connection.tell('chat.typing', { chatId: this.id, isTyping })
  }

  /** Ends the chat, or withdraws the request while nobody has answered. */
  async end(): Promise<void> {
    try {
      await this.#connection.call('chat.end', { chatId: this.id }, { isDurable: true, lane: this.id })
    } catch (error) {
      // A repeat after a lost acknowledgement, or the other side was quicker: over is over.
      if (this.state !== 'ended') throw error
    }
  }

  /** Rates the chat: grade 1 (worst) to 5. */
  async rate(rating: { grade: number; comment?: string | undefined }): Promise<void> {
    await this.#connection.call('chat.rate', { chatId: this.id, ...rating }, { isDurable: true })
    this.isRated = true
  }

  /** @internal Takes an entry; what was seen before is dropped. Gaps are notes, which visitors never get. */
  receive(event: ChatEvent): void {
    if (event.seq <= this.lastSeq) return
    this.messages.push(event)
    this.emit('message', event)
  }

  /** @internal Takes what a new connection says of the chat. */
  resume(shape: VisitorChatShape): void {
    for (const event of shape.events) this.receive(event)
    this.isRated = shape.isRated
    this.moved({ ...shape, endedBy: null })
    if (shape.queue) this.queued(shape.queue)
  }

  /** @internal Takes a change of state. */
  moved(change: Omit<VisitorEvents['chat.state'], 'chatId'>): void {
    const { state, status, agentName } = change
    if (this.state === 'ended' || (state === this.state && status === this.status && agentName === this.agentName))
      return
    Object.assign(this, { state, status, agentName })
    this.emit('state', { state, status, agentName })
    if (this.queue && (state === 'active' || state === 'ended')) this.queued(null)
    if (state === 'ended') this.emit('end', { endedBy: change.endedBy, status })
  }

  /** @internal Takes a place in the queue. */
  queued(queue: QueueState | null): void {
    this.queue = queue
    this.emit('queue', queue)
  }

  /** @internal Takes a sign of typing. */
  typed(senderName: string, isTyping: boolean): void {
    this.emit('typing', { senderName, isTyping })
  }
}
