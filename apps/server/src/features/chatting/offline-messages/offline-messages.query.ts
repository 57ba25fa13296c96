import { and, arrayContains, desc, eq, getTableColumns, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { offlineMessages, sessions } from '../../../db/schema/index.ts'
import { countOfTime } from '../../../kit/list-counts.ts'
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
  const narrower = narrowing(filter).filter((part) => part !== undefined)
  const where = and(inTime(siteId, filter.from, filter.to), ...narrower)
  const total = narrower.length
    ? undefined
    : countOfTime(
        siteId,
        'offline_messages',
        filter,
        (from, to) => sql`select count(*) from ${offlineMessages} where ${inTime(siteId, from, to)}`,
      )
  const order = [offlineMessages.createdTime, offlineMessages.id].map((column) => ({ column, isDescending: true }))
  return cutPage(db, { table: offlineMessages, id: offlineMessages.id, siteId, where, total, order }, query, (page) =>
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

function inTime(siteId: SiteId, from: Date, to: Date): SQL | undefined {
  const { createdTime } = offlineMessages
  return and(eq(offlineMessages.siteId, siteId), gte(createdTime, from), lt(createdTime, to))
}

function narrowing(filter: OfflineMessageFilter): (SQL | undefined)[] {
  const { campaignId, departmentId, agentId, visitorSegmentId, keywords } = filter
  const pattern = containing(keywords)
  const { name, email, subject, message } = offlineMessages
  return [
    campaignId ? eq(offlineMessages.campaignId, campaignId) : undefined,
    departmentId ? eq(offlineMessages.departmentId, departmentId) : undefined,
    agentId === undefined ? undefined : eq(offlineMessages.agentId, agentId),
    visitorSegmentId ? arrayContains(offlineMessages.segmentIds, [visitorSegmentId]) : undefined,
    pattern ? or(...[name, email, subject, message].map((text) => ilike(text, pattern))) : undefined,
  ]
}
