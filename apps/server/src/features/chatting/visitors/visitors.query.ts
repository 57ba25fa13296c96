import { and, desc, eq, getTableColumns, gte, ilike, inArray, lt, or, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { visitors } from '../../../db/schema/index.ts'
import { countOfTime } from '../../../kit/list-counts.ts'
import { cutPage, type Found, type PageQuery } from '../../../kit/pages.ts'
import { containing } from '../../../lib/patterns.ts'
import type { VisitorRow } from './visitors.repo.ts'

/** Nobody was here after that. */
const NEVER = new Date('9999-01-01T00:00:00Z')

/** A page of the visitors who were on the site since a time, the latest first. */
export function queryVisitors(
  db: Db,
  siteId: SiteId,
  filter: { readonly since: Date; readonly keywords?: string | undefined },
  query: PageQuery,
): Promise<Found<VisitorRow>> {
  const pattern = containing(filter.keywords)
  const inTime = (from: Date, to: Date) =>
    and(eq(visitors.siteId, siteId), gte(visitors.lastVisitTime, from), lt(visitors.lastVisitTime, to))
  const range = { from: filter.since, to: NEVER }
  const where = and(
    inTime(range.from, range.to),
    pattern ? or(ilike(visitors.name, pattern), ilike(visitors.email, pattern)) : undefined,
  )
  const total = pattern
    ? undefined
    : countOfTime(
        siteId,
        'visitors',
        range,
        (from, to) => sql`select count(*) from ${visitors} where ${inTime(from, to)}`,
      )
  const order = [visitors.lastVisitTime, visitors.id].map((column) => ({ column, isDescending: true }))
  return cutPage(db, { table: visitors, id: visitors.id, siteId, where, total, order }, query, (page) =>
    db
      .select({ ...getTableColumns(visitors), ...page.columns })
      .from(visitors)
      .where(and(eq(visitors.siteId, siteId), page.isOnPage))
      .orderBy(desc(visitors.lastVisitTime), desc(visitors.id)),
  )
}

/** Some visitors; those who are not there are left out. */
export function listVisitorsByIds(db: Db, siteId: SiteId, ids: readonly string[]): Promise<VisitorRow[]> {
  return db
    .select()
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), inArray(visitors.id, [...ids])))
}
