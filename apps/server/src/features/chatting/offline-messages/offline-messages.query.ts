import { and, arrayContains, desc, eq, getTableColumns, gte, ilike, inArray, lt, or, type SQL } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { offlineMessages, sessions } from '../../../db/schema/index.ts'
import { cutPage, type Found, type PageQuery } from '../../../kit/pages.ts'
import { containing } from '../../../lib/patterns.ts'

/** Which messages a list shows; `from` inclusive, `to` exclusive. */
export interface OfflineMessageFilter {
  readonly from: Date
  readonly to: Date
  readonly campaignId?: string | undefined
  readonly departmentId?: string | undefined
  readonly agentId?: number | undefined
  readonly visitorSegmentId?: string | undefined
  readonly keywords?: string | undefined
}

export type OfflineMessageRow = Awaited<ReturnType<typeof listOfflineMessagesByIds>>[number]

/** A page of messages, the latest first, and how many there are in all. */
export function queryOfflineMessages(
  db: Db,
  siteId: SiteId,
  filter: OfflineMessageFilter,
  query: PageQuery,
): Promise<Found<OfflineMessageRow>> {
  const where = and(eq(offlineMessages.siteId, siteId), ...conditions(filter))
  const order = [offlineMessages.createdTime, offlineMessages.id].map((column) => ({ column, isDescending: true }))
  return cutPage(db, { table: offlineMessages, where, order }, query, (page) =>
    inOrder(db, and(eq(offlineMessages.siteId, siteId), page.isOnPage), page.columns),
  )
}

/** Some messages; those that are not there are left out. */
export function listOfflineMessagesByIds(db: Db, siteId: SiteId, ids: readonly string[]) {
  return inOrder(db, and(eq(offlineMessages.siteId, siteId), inArray(offlineMessages.id, [...ids])), {})
}

async function inOrder<C extends Record<string, SQL<number>>>(db: Db, where: SQL | undefined, more: C) {
  return db
    .select({ ...getTableColumns(offlineMessages), variables: sessions.variables, ...more })
    .from(offlineMessages)
    .leftJoin(sessions, and(eq(sessions.siteId, offlineMessages.siteId), eq(sessions.id, offlineMessages.sessionId)))
    .where(where)
    .orderBy(desc(offlineMessages.createdTime), desc(offlineMessages.id))
}

function conditions(filter: OfflineMessageFilter): (SQL | undefined)[] {
  const { campaignId, departmentId, agentId, visitorSegmentId, keywords } = filter
  const pattern = containing(keywords)
  const { name, email, subject, message } = offlineMessages
  return [
    gte(offlineMessages.createdTime, filter.from),
    lt(offlineMessages.createdTime, filter.to),
    campaignId ? eq(offlineMessages.campaignId, campaignId) : undefined,
    departmentId ? eq(offlineMessages.departmentId, departmentId) : undefined,
    agentId === undefined ? undefined : eq(offlineMessages.agentId, agentId),
    visitorSegmentId ? arrayContains(offlineMessages.segmentIds, [visitorSegmentId]) : undefined,
    pattern ? or(...[name, email, subject, message].map((text) => ilike(text, pattern))) : undefined,
  ]
}
