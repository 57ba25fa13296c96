import { type Output, Session } from '@parley/contract'
import { rowToView } from '../../../kit/rows.ts'
import type { SessionOfContact } from './sessions.query.ts'

export type SessionView = Output<typeof Session>

/** A visit as the API shows it. */
export function viewSession(row: SessionOfContact): SessionView {
  return rowToView(Session, row, {
    referrerURL: row.referrerUrl,
    landingPageURL: row.landingPageUrl,
  }) as SessionView
}
