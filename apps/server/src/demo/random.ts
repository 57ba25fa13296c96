/** Repeatable chance: the same seed gives the same demo (mulberry32). */
export interface Random {
  /** from 0 to 1 */
  next(): number
  /** a whole number from 0 to `below` - 1 */
  below(below: number): number
  pick<T>(items: readonly T[]): T
}

/** Starts a repeatable series. */
export function seededRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, pick: (items) => items[below(items.length)] as (typeof items)[number] }
}
