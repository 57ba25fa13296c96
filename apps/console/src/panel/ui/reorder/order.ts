/** What a list that people put in order knows of its rows. */
export interface Ordered {
  readonly id: string
  readonly order: number | null
}

/** A row with the order it should have. */
export interface OrderChange<T> {
  readonly row: T
  readonly order: number
}

/** The rows in the order of the ids; rows that no id names come last. */
export function inOrder<T extends Ordered>(rows: readonly T[], ids: readonly string[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const named = ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
  return [...named, ...rows.filter(({ id }) => !ids.includes(id))]
}

/**
 * All ids with some of them put into a sequence of their own. The others keep their places: a list that is narrowed by
 * a search can be put in order without moving what it does not show.
 */
export function withSequence(all: readonly string[], sequence: readonly string[]): string[] {
  const moved = new Set(sequence)
  const next = [...sequence]
  return all.map((id) => (moved.has(id) ? (next.shift() ?? id) : id))
}

/** The list with one of its items at another place. */
export function movedTo<T>(items: readonly T[], item: T, index: number): T[] {
  const others = items.filter((each) => each !== item)
  return [...others.slice(0, index), item, ...others.slice(index)]
}

/** The rows whose place differs from the order they have, with the order they should have: 1, 2, 3, … */
export function orderChanges<T extends Ordered>(rows: readonly T[]): OrderChange<T>[] {
  return rows.map((row, index) => ({ row, order: index + 1 })).filter(({ row, order }) => row.order !== order)
}
