import type { Turn } from './dialogues.ts'

/** What is wrong with a transcript; all 0 when nothing is. */
export interface Differences {
  /** said, but not there */
  readonly lost: number
  /** there more often than it was said, or never said at all */
  readonly doubled: number
  /** there, but before something that was said earlier */
  readonly reordered: number
}

export const NO_DIFFERENCES: Differences = { lost: 0, doubled: 0, reordered: 0 }

/** Holds what a transcript shows against what was said. */
export function compare(said: readonly Turn[], shown: readonly Turn[]): Differences {
  const places = new Map<string, number[]>()
  for (const [index, turn] of said.entries()) {
    const key = JSON.stringify(turn)
    places.set(key, [...(places.get(key) ?? []), index])
  }
  let doubled = 0
  let reordered = 0
  let furthest = -1
  for (const turn of shown) {
    const index = places.get(JSON.stringify(turn))?.shift()
    if (index === undefined) doubled++
    else if (index < furthest) reordered++
    else furthest = index
  }
  const lost = [...places.values()].reduce((sum, left) => sum + left.length, 0)
  return { lost, doubled, reordered }
}

/** Both together. */
export function addDifferences(a: Differences, b: Differences): Differences {
  return { lost: a.lost + b.lost, doubled: a.doubled + b.doubled, reordered: a.reordered + b.reordered }
}

/** Whether nothing is wrong. */
export function isFaultless({ lost, doubled, reordered }: Differences): boolean {
  return lost + doubled + reordered === 0
}
