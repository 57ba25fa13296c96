import type { VisitorSummaryShape } from '@parley/contract'
import type { OnlineVisitorRow } from './online-visitors.query.ts'
import { visitorStatus } from './visitor-status.ts'

/** A visitor as the monitor shows one. */
export function viewVisitorSummary(row: OnlineVisitorRow): VisitorSummaryShape {
  const { sessionId: _session, sessionStatus, chatId, chatState, chatStatus, ...shown } = row
  const chat = chatState === null ? null : { state: chatState, status: chatStatus }
  return {
    ...shown,
    status: visitorStatus({ session: sessionStatus, chat }),
    chatId: chatState === 'ended' ? null : chatId,
  }
}
