import type { ChatEventShape } from '@parley/contract'
import { AppError } from '../lib/app-error.ts'

/** Where a feed gets what it missed, and where its events go. */
export interface FeedPlan {
  fetch(chatId: string, afterSeq: number): Promise<readonly ChatEventShape[]>
  /** Whether the receiver may see an event of this type. */
  shows(event: ChatEventShape): boolean
  deliver(chatId: string, event: ChatEventShape): void
  /** Nothing more can be delivered in order; the receiver has to come again. */
  failed(error: unknown): void
}

type Step = { readonly event: ChatEventShape } | { readonly action: () => void }

/** The events of one chat for one connection: each once, in order, with gaps filled first. */
class ChatFeed {
  lastSeq = 0
  readonly #chatId: string
  readonly #plan: FeedPlan
  #waiting: Step[] | undefined

  constructor(chatId: string, plan: FeedPlan) {
    this.#chatId = chatId
    this.#plan = plan
  }

  take(event: ChatEventShape): void {
    if (event.seq <= this.lastSeq) return
    if (this.#waiting) this.#waiting.push({ event })
    else if (event.seq === this.lastSeq + 1) this.#deliver(event)
    else void this.#fill(event)
  }

  /** Does something once everything taken so far is delivered. */
  after(action: () => void): void {
    if (this.#waiting) this.#waiting.push({ action })
    else action()
  }

  #deliver(event: ChatEventShape): void {
    this.lastSeq = event.seq
    if (this.#plan.shows(event)) this.#plan.deliver(this.#chatId, event)
  }

  /** A receiver who may no longer read the chat still gets what is sent to them: the notice that they lost it. */
  async #missed(): Promise<readonly ChatEventShape[]> {
    try {
      return await this.#plan.fetch(this.#chatId, this.lastSeq)
    } catch (error) {
      if (error instanceof AppError) return []
      throw error
    }
  }

  async #fill(event: ChatEventShape): Promise<void> {
    this.#waiting = []
    try {
      const missed = await this.#missed()
      for (const earlier of missed) if (earlier.seq > this.lastSeq) this.#deliver(earlier)
      // what the receiver may not see is not fetched either, so the event itself may stand behind a gap
      if (event.seq > this.lastSeq) this.#deliver(event)
    } catch (error) {
      this.#waiting = []
      return this.#plan.failed(error)
    }
    const steps = this.#waiting
    this.#waiting = undefined
    for (const step of steps) {
      if ('event' in step) this.take(step.event)
      else this.after(step.action)
    }
  }
}

/** Feeds of chats that are over are forgotten beyond this number; a forgotten one begins at the chat's first event. */
const KEPT = 1000

/** All feeds of one connection. */
export class ChatFeeds {
  readonly #plan: FeedPlan
  readonly #feeds = new Map<string, ChatFeed>()

  constructor(plan: FeedPlan) {
    this.#plan = plan
  }

  take(chatId: string, event: ChatEventShape): void {
    this.#of(chatId).take(event)
  }

  /** Does something in order with the events of a chat. */
  after(chatId: string, action: () => void): void {
    const feed = this.#feeds.get(chatId)
    if (feed) feed.after(action)
    else action()
  }

  /** The receiver has the chat's events up to this number from elsewhere: the result of a command. */
  skipTo(chatId: string, seq: number): void {
    const feed = this.#of(chatId)
    feed.lastSeq = Math.max(feed.lastSeq, seq)
  }

  #of(chatId: string): ChatFeed {
    const known = this.#feeds.get(chatId)
    if (known) return known
    if (this.#feeds.size >= KEPT) this.#feeds.delete(this.#feeds.keys().next().value as string)
    const feed = new ChatFeed(chatId, this.#plan)
    this.#feeds.set(chatId, feed)
    return feed
  }
}
