import { and, desc, eq, getTableColumns, gte, ilike, lt, or, type SQL, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { auditLogs } from '../../../db/schema/index.ts'
import { countOfAll } from '../../../kit/list-counts.ts'
import { cutPage, type Found, type PageQuery } from '../../../kit/pages.ts'
import { containing } from '../../../lib/patterns.ts'

export type AuditLogRow = typeof auditLogs.$inferSelect

export interface AuditLogFilter {
  readonly dateFrom?: string | undefined
  readonly dateTo?: string | undefined
  readonly category?: string | undefined
  readonly actionType?: string | undefined
  readonly agentId?: number | undefined
  readonly keywords?: string | undefined
}

/** A page of the entries that fit, newest first. */
export function queryAuditLogs(
  db: Db,
  siteId: SiteId,
  filter: AuditLogFilter,
  query: PageQuery,
): Promise<Found<AuditLogRow>> {
  const narrower = conditions(filter).filter((part) => part !== undefined)
  const where = and(eq(auditLogs.siteId, siteId), ...narrower)
  const total = narrower.length ? undefined : countOfAll(siteId, 'audit_logs')
  const order = [{ column: auditLogs.id, isDescending: true }]
  return cutPage(db, { table: auditLogs, id: auditLogs.id, siteId, where, total, order }, query, (page) =>
    db
      .select({ ...getTableColumns(auditLogs), ...page.columns })
      .from(auditLogs)
      .where(and(eq(auditLogs.siteId, siteId), page.isOnPage))
      .orderBy(desc(auditLogs.id)),
  )
}

function conditions(filter: AuditLogFilter): (SQL | undefined)[] {
  const { dateFrom, dateTo, category, actionType, agentId, keywords } = filter
  const pattern = containing(keywords)
  return [
    dateFrom ? gte(auditLogs.actionTime, new Date(dateFrom)) : undefined,
    dateTo ? lt(auditLogs.actionTime, new Date(dateTo)) : undefined,
    category ? eq(auditLogs.category, category) : undefined,
    actionType ? eq(sql`lower(${auditLogs.actionType})`, actionType.toLowerCase()) : undefined,
    agentId === undefined ? undefined : eq(auditLogs.createdBy, agentId),
    pattern ? or(ilike(auditLogs.actionSummary, pattern), ilike(auditLogs.actionDetails, pattern)) : undefined,
  ]
}
