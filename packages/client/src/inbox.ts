import type { ChatEvent } from './types.ts'

/** Where the inbox gets what it misses, and where it puts what is in order. */
export interface InboxPlan {
  fetch(chatId: string, afterSeq: number): Promise<readonly ChatEvent[]>
  deliver(chatId: string, event: ChatEvent): void
}

interface Filling {
  readonly held: ChatEvent[]
  readonly done: Promise<void>
}

/**
 * The entries of many chats, each delivered once and in order. An agent sees every number of a chat,
 * so a jump means that something is missing: it is fetched before anything later is delivered.
 */
export class Inbox {
  readonly #plan: InboxPlan
  readonly #lastSeq = new Map<string, number>()
  readonly #fillings = new Map<string, Filling>()

  constructor(plan: InboxPlan) {
    this.#plan = plan
  }

  /** The last entry delivered of a chat. */
  lastSeq(chatId: string): number {
    return this.#lastSeq.get(chatId) ?? 0
  }

  /** Counts everything up to a number as known already. */
  skipTo(chatId: string, seq: number): void {
    this.#lastSeq.set(chatId, Math.max(seq, this.lastSeq(chatId)))
  }

  /** Takes an entry from the server. */
  receive(chatId: string, event: ChatEvent): void {
    const filling = this.#fillings.get(chatId)
    if (filling) filling.held.push(event)
    else if (event.seq > this.lastSeq(chatId) + 1) this.#fill(chatId, [event])
    else this.#deliver(chatId, event)
  }

  /** Fetches what is missing up to a number; resolves when it is delivered. */
  async catchUp(chatId: string, seq: number): Promise<void> {
    const filling = this.#fillings.get(chatId)
    if (filling) await filling.done
    else if (seq > this.lastSeq(chatId)) await this.#fill(chatId, [])
  }

  #fill(chatId: string, held: ChatEvent[]): Promise<void> {
    const done = this.#plan
      .fetch(chatId, this.lastSeq(chatId))
      // A chat that may not be read is delivered as far as it was sent.
      .catch(() => [])
      .then((missed) => {
        this.#fillings.delete(chatId)
        for (const event of [...missed, ...held].sort((a, b) => a.seq - b.seq)) this.#deliver(chatId, event)
      })
    this.#fillings.set(chatId, { held, done })
    return done
  }

  #deliver(chatId: string, event: ChatEvent): void {
    if (event.seq <= this.lastSeq(chatId)) return
    this.#lastSeq.set(chatId, event.seq)
    this.#plan.deliver(chatId, event)
  }
}
