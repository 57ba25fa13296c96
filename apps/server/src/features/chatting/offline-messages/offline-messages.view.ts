import { OfflineMessage, type Output } from '@parley/contract'
import { rowToView } from '../../../kit/rows.ts'
import type { Hyperlinks } from '../sessions/hyperlinks.query.ts'
import { viewVariables } from '../sessions/variables.view.ts'
import type { OfflineMessageRow } from './offline-messages.query.ts'

export type OfflineMessageView = Output<typeof OfflineMessage>

/** A message somebody left, as the API shows it. */
export function viewOfflineMessage(
  row: OfflineMessageRow,
  hyperlinks: Hyperlinks,
  customerSegments: OfflineMessageView['customerSegments'],
): OfflineMessageView {
  return rowToView(OfflineMessage, row, {
    requestingPageURL: row.requestingPageUrl,
    customerSegments,
    customVariables: viewVariables(row.variables, hyperlinks),
  }) as OfflineMessageView
}
