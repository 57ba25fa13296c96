import type { VisitorCommands } from '@parley/contract'
import type { Context, VisitorCaller } from '../../../context.ts'
import { newId } from '../../../lib/ids.ts'
import { noticeVisitor } from '../audience/notice-visitor.ts'
import { viewVisitorSummary } from '../visitors/visitor-summary.view.ts'
import { askAgain } from './ask-again.ts'
import { checkPageAddress } from './page-address.ts'
import { move } from './visit.query.ts'

/**
 * The visitor went to another page. The page they are on already is none: a connection that was lost and came back has
 * not looked at it twice.
 */
export async function recordPage(
  ctx: Context<VisitorCaller>,
  page: VisitorCommands['visitor.page']['page'],
): Promise<void> {
  checkPageAddress(page)
  const { url, title = null } = page
  const { siteId, visitorId, sessionId } = ctx.caller
  const now = ctx.now()
  const visit = { visitorId, sessionId, viewId: newId(now.getTime()), url, title, now }
  const row = await askAgain(() => move(ctx.app.database.pool, siteId, visit))
  if (!row) return
  ctx.app.bus.publish({ type: 'visitor.changed', siteId, visitor: viewVisitorSummary(row) })
  await noticeVisitor(ctx.app, ctx.caller)
}
