import { AuditLog, type Output } from '@parley/contract'
import { rowToView } from '../../../kit/rows.ts'
import type { AuditLogRow } from './audit-logs.query.ts'

export type AuditLogView = Output<typeof AuditLog>

/** An entry as the API shows it. */
export function viewAuditLog(row: AuditLogRow): AuditLogView {
  return rowToView(AuditLog, row) as AuditLogView
}
