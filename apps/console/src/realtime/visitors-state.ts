import type { VisitorSummaryShape } from '@parley/contract'

/** Everybody who is on the site now. */
export interface VisitorsState {
  readonly isLoaded: boolean
  readonly byId: ReadonlyMap<string, VisitorSummaryShape>
}

/** News about visitors, gathered for a moment and applied at once. */
export type VisitorChange =
  | { readonly kind: 'changed'; readonly visitor: VisitorSummaryShape }
  | { readonly kind: 'left'; readonly visitorId: string }

export const noVisitors: VisitorsState = { isLoaded: false, byId: new Map() }

/** The whole list, as the server has it. */
export function visitorsLoaded(visitors: readonly VisitorSummaryShape[]): VisitorsState {
  return { isLoaded: true, byId: new Map(visitors.map((visitor) => [visitor.id, visitor])) }
}

/** Applies a batch of changes; who is there already keeps their place. */
export function visitorsChanged(state: VisitorsState, changes: readonly VisitorChange[]): VisitorsState {
  if (changes.length === 0) return state
  const byId = new Map(state.byId)
  for (const change of changes) {
    if (change.kind === 'left') byId.delete(change.visitorId)
    else byId.set(change.visitor.id, change.visitor)
  }
  return { ...state, byId }
}
