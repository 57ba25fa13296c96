import type { VisitorSummaryShape } from '@parley/contract'
import type { App, Context, SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { type OnlineVisitorRow, queryOnlineVisitors } from './online-visitors.query.ts'
import { viewVisitorSummary } from './visitor-summary.view.ts'
import { SILENT_AFTER_MS } from './visitor-times.ts'

/** Everybody who is on the caller's site now. */
export function listOnlineVisitors(ctx: Context): Promise<VisitorSummaryShape[]> {
  return onlineVisitors(ctx.app, ctx.db, ctx.siteId)
}

/** Some of the visitors who are on a site now; the others are left out. */
export function findOnlineVisitors(
  app: App,
  siteId: SiteId,
  visitorIds: readonly string[],
): Promise<VisitorSummaryShape[]> {
  return onlineVisitors(app, app.database.db, siteId, visitorIds)
}

/** One visitor within a transaction: what an event tells of them. */
export async function summaryWithin(
  app: App,
  db: Db,
  siteId: SiteId,
  visitorId: string,
): Promise<VisitorSummaryShape | undefined> {
  return (await onlineVisitors(app, db, siteId, [visitorId]))[0]
}

async function onlineVisitors(app: App, db: Db, siteId: SiteId, visitorIds?: readonly string[]) {
  return (await onlineRows(app, db, siteId, visitorIds)).map(viewVisitorSummary)
}

/** Who is on a site now, with the session they are in; with `visitorIds` only these visitors. */
export function onlineRows(
  app: App,
  db: Db,
  siteId: SiteId,
  visitorIds?: readonly string[],
): Promise<OnlineVisitorRow[]> {
  const seenSince = new Date(app.now().getTime() - SILENT_AFTER_MS)
  return queryOnlineVisitors(db, siteId, { seenSince, ...(visitorIds ? { visitorIds } : {}) })
}
