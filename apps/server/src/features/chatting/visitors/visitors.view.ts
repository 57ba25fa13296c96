import { type Output, Visitor } from '@parley/contract'
import { rowToView } from '../../../kit/rows.ts'
import type { VisitorRow } from './visitors.repo.ts'

export type VisitorView = Output<typeof Visitor>

/** A visitor as the API shows one. */
export function viewVisitor(row: VisitorRow): VisitorView {
  return rowToView(Visitor, row, { numberOfVisits: row.visits, numberOfChats: row.chats }) as VisitorView
}
