import { AppError } from '../lib/app-error.ts'

const WINDOW_MS = 15 * 60_000
/** Far more than people mistype together behind one address, far fewer than guessing needs. */
const MOST_WRONG = 100
const ADDRESSES_KEPT = 50_000

/** Counts wrong sign-ins by address, in memory: a second line behind the lock of each account. `most` may be wrong. */
export function wrongAttempts(now: () => number = Date.now, most: number = MOST_WRONG) {
  const byAddress = new Map<string, { count: number; since: number }>()
  return {
    /** Throws too_many_requests when the address has guessed too often. */
    check(address: string): void {
      const seen = byAddress.get(address)
      if (!seen || seen.count < most) return
      const left = seen.since + WINDOW_MS - now()
      if (left <= 0) return void byAddress.delete(address)
      throw new AppError('too_many_requests', 'Too many wrong sign-ins from this address. Try again later.', {
        retryAfterSeconds: Math.ceil(left / 1000),
      })
    },
    count(address: string): void {
      const seen = byAddress.get(address)
      if (byAddress.size >= ADDRESSES_KEPT) byAddress.clear()
      if (seen && seen.since + WINDOW_MS > now()) seen.count += 1
      else byAddress.set(address, { count: 1, since: now() })
    },
  }
}
