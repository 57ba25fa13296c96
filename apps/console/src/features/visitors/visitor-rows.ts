import type { VisitorSummaryShape } from '@parley/contract'
import { pagePath } from '../../lib/urls.ts'
import { monitorName, visitorPlace, visitorStatus } from './visitor-status.ts'

/** What the list can be ordered by. */
export type VisitorSortKey = 'status' | 'name' | 'page' | 'time' | 'visits' | 'chats' | 'place'

export interface VisitorSorting {
  readonly key: VisitorSortKey
  readonly isDescending: boolean
}

const values: Record<VisitorSortKey, (visitor: VisitorSummaryShape) => string | number> = {
  status: (visitor) => visitorStatus(visitor.status).rank,
  name: (visitor) => monitorName(visitor).toLowerCase(),
  page: (visitor) => (visitor.pageTitle ?? pagePath(visitor.pageUrl)).toLowerCase(),
  // The longer somebody is here, the earlier they came.
  time: (visitor) => -Date.parse(visitor.visitTime),
  visits: (visitor) => visitor.visits,
  chats: (visitor) => visitor.chats,
  place: (visitor) => visitorPlace(visitor).toLowerCase(),
}

/** The ids of the visitors that fit, in order; equal ones in the order in which they came. */
export function orderVisitors(
  visitors: Iterable<VisitorSummaryShape>,
  filter: { readonly words: string; readonly status: string },
  sorting: VisitorSorting,
): string[] {
  const words = filter.words.trim().toLowerCase().split(/\s+/u).filter(Boolean)
  const value = values[sorting.key]
  const direction = sorting.isDescending ? -1 : 1
  const found = []
  for (const visitor of visitors) {
    if (filter.status && visitor.status !== filter.status) continue
    if (words.length > 0 && !fits(visitor, words)) continue
    found.push({ id: visitor.id, value: value(visitor), came: visitor.visitTime })
  }
  found.sort((a, b) => compare(a.value, b.value) * direction || compare(a.came, b.came) || compare(a.id, b.id))
  return found.map(({ id }) => id)
}

/** How many are on the site: who has just left is still listed, and does not count. */
export function countPresent(visitors: Iterable<VisitorSummaryShape>): number {
  let count = 0
  for (const visitor of visitors) if (visitor.status !== 'outOfSite') count++
  return count
}

/** While somebody points at the list rows keep their places: who left goes, who is new comes last. */
export function steadyOrder(before: readonly string[], sorted: readonly string[], isHeld: boolean): readonly string[] {
  if (!isHeld) return sorted
  const present = new Set(sorted)
  const kept = before.filter((id) => present.has(id))
  const known = new Set(kept)
  return [...kept, ...sorted.filter((id) => !known.has(id))]
}

/** Which rows of a long list are worth drawing. */
export function visibleRows(
  count: number,
  view: { readonly scrollTop: number; readonly height: number; readonly rowHeight: number },
): { readonly first: number; readonly last: number } {
  const spare = 8
  const first = Math.max(0, Math.floor(view.scrollTop / view.rowHeight) - spare)
  const last = Math.min(count, Math.ceil((view.scrollTop + view.height) / view.rowHeight) + spare)
  return { first: Math.min(first, last), last }
}

function fits(visitor: VisitorSummaryShape, words: readonly string[]): boolean {
  const text = [
    monitorName(visitor),
    visitor.email,
    visitor.pageTitle,
    visitor.pageUrl,
    visitorPlace(visitor),
    visitor.ip,
    visitor.browser,
    ...visitor.segments.map(({ name }) => name),
    visitorStatus(visitor.status).label,
  ]
    .join(' ')
    .toLowerCase()
  return words.every((word) => text.includes(word))
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
