import type { VisitorCommands } from '@parley/contract'
import type { Context, SiteId, VisitorCaller } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { newId } from '../../../lib/ids.ts'
import { summaryWithin } from '../visitors/list-online-visitors.ts'
import { countVisit, lockVisitor } from '../visitors/visitors.repo.ts'
import { insertPageView, lockSession } from './sessions.repo.ts'

type Page = VisitorCommands['visitor.page']['page']

/** The visitor went to another page. */
export async function recordPage(ctx: Context<VisitorCaller>, page: Page): Promise<void> {
  const { siteId, visitorId, sessionId } = ctx.caller
  await ctx.inTransaction(async ({ tx, emit }) => {
    // visitor before session, as a hello does: two tabs must not wait for each other
    await lockVisitor(tx, siteId, visitorId)
    if (!(await visitPage(tx, siteId, { sessionId, page, now: ctx.now() }))) return
    await countVisit(tx, siteId, { id: visitorId, visits: 0, pageViews: 1, now: ctx.now() })
    const visitor = await summaryWithin(ctx.app, tx, siteId, visitorId)
    if (visitor) emit({ type: 'visitor.changed', siteId, visitor })
  })
}

/**
 * Adds a page to a session's path; returns whether it is one. The page the visitor is on already is none: a connection
 * that was lost and came back has not looked at it twice.
 */
export async function visitPage(
  db: Db,
  siteId: SiteId,
  { sessionId, page, now }: { sessionId: string; page: Page; now: Date },
): Promise<boolean> {
  const session = await lockSession(db, siteId, sessionId)
  if (!session || session.currentPageUrl === page.url) return false
  await insertPageView(db, siteId, {
    id: newId(now.getTime()),
    sessionId,
    url: page.url,
    title: page.title ?? null,
    now,
  })
  return true
}
