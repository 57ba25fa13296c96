/**
 * An access token, or a function that gets one. The function is called whenever a token is needed; when
 * it is called with a token, that one was refused or is about to expire, and another one is needed.
 */
export type TokenSource = string | ((stale?: string) => Promise<string>)

/** Renew (ms) this long before a token expires. */
const RENEW_BEFORE_MS = 60_000
/** Timers cannot wait longer (ms). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The token that is used now, and how to get the next one. */
export class Credentials {
  readonly #source: TokenSource
  #current: string | undefined
  #stale: string | undefined

  constructor(source: TokenSource) {
    this.#source = source
  }

  /** The token to use. */
  async get(): Promise<string> {
    this.#current = typeof this.#source === 'string' ? this.#source : await this.#source(this.#stale)
    return this.#current
  }

  /** A token that lasts longer than the current one. */
  renew(): Promise<string> {
    this.#stale = this.#current
    return this.get()
  }

  /** Notes that the current token was refused; says whether another one may be had. */
  refuse(): boolean {
    // The same token refused twice: its source has no better one.
    const isUseless = typeof this.#source === 'string' || this.#stale === this.#current
    this.#stale = this.#current
    return !isUseless
  }

  /** How long (ms) from now until the token should be renewed; undefined if it cannot be or never expires. */
  renewalWait(now: number): number | undefined {
    if (typeof this.#source === 'string' || !this.#current) return undefined
    const expiry = expiryOf(this.#current)
    if (expiry === undefined) return undefined
    const left = expiry - now
    // A short-lived token is renewed half-way, and never in a tight loop.
    return Math.min(LONGEST_TIMER_MS, Math.max(left - RENEW_BEFORE_MS, left / 2, 1_000))
  }
}

/** When (ms since 1970) a JWT expires, undefined for any other token. */
function expiryOf(token: string): number | undefined {
  try {
    const base64 = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { exp } = JSON.parse(atob(base64)) as { exp?: unknown }
    return typeof exp === 'number' ? exp * 1000 : undefined
  } catch {
    return undefined
  }
}
