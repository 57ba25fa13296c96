import type { Agent, ChatEvent } from '@parley/client'
import type { Side, Turn } from './dialogues.ts'

/** How long (ms) one side waits for the other before a conversation counts as broken. */
const PATIENCE_MS = 60_000

interface Waiting {
  readonly isMet: () => boolean
  readonly resolve: () => void
}

/** What both sides of one chat have heard so far. */
export class Conversation {
  readonly chatId: string
  readonly heard: Readonly<Record<Side, Turn[]>> = { visitor: [], agent: [] }
  agent: Agent | undefined
  isOver = false
  readonly #ids: Readonly<Record<Side, Set<string>>> = { visitor: new Set(), agent: new Set() }
  #waiting: Waiting[] = []

  constructor(chatId: string) {
    this.chatId = chatId
  }

  /** The chat has an agent now. */
  taken(agent: Agent): void {
    this.agent = agent
    this.#wake()
  }

  /** The agent was told of the chat's end. */
  over(): void {
    this.isOver = true
    this.#wake()
  }

  /** One side was told of an entry, its own ones included. */
  hears(side: Side, { type, content, clientMessageId }: ChatEvent): void {
    if (type !== 'visitor' && type !== 'agent') return
    this.heard[side].push([type, content])
    if (clientMessageId) this.#ids[side].add(clientMessageId)
    this.#wake()
  }

  /** Resolves when a side has heard a message. */
  untilHeard(side: Side, clientMessageId: string): Promise<void> {
    return this.#until(() => this.#ids[side].has(clientMessageId), `${side} did not hear message ${clientMessageId}`)
  }

  async untilTaken(): Promise<Agent> {
    await this.#until(() => this.agent !== undefined, 'no agent came')
    return this.agent as Agent
  }

  untilOver(): Promise<void> {
    return this.#until(() => this.isOver, 'the end was not told')
  }

  #until(isMet: () => boolean, complaint: string): Promise<void> {
    if (isMet()) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const error = new Error(`Chat ${this.chatId}: ${complaint} within ${PATIENCE_MS / 1000} s`)
      const timer = setTimeout(() => reject(error), PATIENCE_MS)
      const met = () => {
        clearTimeout(timer)
        resolve()
      }
      this.#waiting.push({ isMet, resolve: met })
    })
  }

  #wake(): void {
    const met = this.#waiting.filter((waiting) => waiting.isMet())
    if (met.length === 0) return
    this.#waiting = this.#waiting.filter((waiting) => !met.includes(waiting))
    for (const waiting of met) waiting.resolve()
  }
}

/** All conversations of a run: finds the one an agent hears of. */
export class Conversations {
  readonly #byChat = new Map<string, Conversation>()

  /** The conversation of a chat; agents may hear of it before its visitor does. */
  of(chatId: string): Conversation {
    const known = this.#byChat.get(chatId)
    if (known) return known
    const conversation = new Conversation(chatId)
    this.#byChat.set(chatId, conversation)
    return conversation
  }

  /** Listens to an agent. */
  follow(agent: Agent): void {
    agent.on('chat', ({ chatId }) => this.of(chatId).taken(agent))
    agent.on('message', (message) => this.of(message.chatId).hears('agent', message))
    agent.on('end', ({ chatId }) => this.of(chatId).over())
  }
}
