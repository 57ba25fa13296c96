import type { VisitorSummaryShape } from '@parley/contract'
import type { Tone } from '../../ui/status-dot.tsx'

/** Every status of a visitor in words (some are spelled oddly on the wire), by how much it wants attention. */
const statuses: Record<string, { readonly label: string; readonly tone: Tone; readonly rank: number }> = {
  waitingForChat: { label: 'Waiting for an agent', tone: 'amber', rank: 0 },
  transferring: { label: 'Being transferred', tone: 'amber', rank: 1 },
  chatting: { label: 'Chatting', tone: 'green', rank: 2 },
  preChat: { label: 'Filling in the form', tone: 'blue', rank: 3 },
  manuallyInvited: { label: 'Invited by an agent', tone: 'blue', rank: 4 },
  mannullyInvitedByWindow: { label: 'Invited by an agent', tone: 'blue', rank: 4 },
  autoInvited: { label: 'Invited', tone: 'blue', rank: 5 },
  offlineMessage: { label: 'Writing a message', tone: 'blue', rank: 6 },
  systemProcessing: { label: 'Being connected', tone: 'amber', rank: 6 },
  refusedByOperator: { label: 'Refused', tone: 'red', rank: 7 },
  refusedByVisitor: { label: 'Declined the invitation', tone: 'grey', rank: 8 },
  chatEnded: { label: 'Chat ended', tone: 'grey', rank: 9 },
  inSite: { label: 'On the site', tone: 'grey', rank: 10 },
  outOfSite: { label: 'Left the site', tone: 'grey', rank: 11 },
}

/** A visitor's status for people. */
export function visitorStatus(status: string): { readonly label: string; readonly tone: Tone; readonly rank: number } {
  return statuses[status] ?? { label: status, tone: 'grey', rank: 12 }
}

/** The name a visitor goes by in the list. */
export function monitorName(visitor: Pick<VisitorSummaryShape, 'name' | 'id'>): string {
  return visitor.name?.trim() || `Visitor ${visitor.id.slice(-4)}`
}

/** City and country, as far as known. */
export function visitorPlace(visitor: Pick<VisitorSummaryShape, 'city' | 'country'>): string {
  return [visitor.city, visitor.country].filter(Boolean).join(', ')
}
