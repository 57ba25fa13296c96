import { HEARTBEAT_MS } from '@parley/contract'

/** How much a connection may do. */
export interface Limits {
  /** commands a second that are refilled, and how many may come at once */
  readonly perSecond: number
  readonly burst: number
  /** faults (broken frames, frames over the rate) that are forgiven at once, and one more a second */
  readonly faults: number
  /** commands that may wait for their acknowledgement */
  readonly outstanding: number
  /** bytes that may wait for the peer to read them */
  readonly backlogBytes: number
  /** how long the first hello may take */
  readonly helloMs: number
  readonly heartbeatMs: number
  /** how often a process says which of its visitors and agents are connected: a statement for all, not one each */
  readonly keepAliveMs: number
}

/** A visitor is anybody; the limits are far above what a person and a browser do. */
export const visitorLimits: Limits = {
  perSecond: 50,
  burst: 200,
  faults: 100,
  outstanding: 256,
  backlogBytes: 1024 * 1024,
  helloMs: 10_000,
  heartbeatMs: HEARTBEAT_MS,
  keepAliveMs: 25_000,
}

/** An agent is signed in, and one connection may carry the chats of a whole bot. */
export const agentLimits: Limits = { ...visitorLimits, perSecond: 500, burst: 2000, outstanding: 2048 }

/** A change of typing that says nothing new is not passed on within this time. */
export const TYPING_REPEAT_MS = 2_000

/** Lets `perSecond` things through on average and `burst` at once. */
export class TokenBucket {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #filledAt: number

  constructor({ perSecond, burst }: Pick<Limits, 'perSecond' | 'burst'>, now: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
    this.#filledAt = now
  }

  /** Whether one more may pass at `now` (ms). */
  take(now: number): boolean {
    const passed = Math.max(0, now - this.#filledAt)
    this.#tokens = Math.min(this.#burst, this.#tokens + (passed / 1000) * this.#perSecond)
    this.#filledAt = now
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }
}
