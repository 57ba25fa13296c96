import { and, desc, eq, getTableColumns, gte, ilike, inArray, or } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { visitors } from '../../../db/schema/index.ts'
import { cutPage, type Found, type PageQuery } from '../../../kit/pages.ts'
import { containing } from '../../../lib/patterns.ts'
import type { VisitorRow } from './visitors.repo.ts'

/** A page of the visitors who were on the site since a time, the latest first. */
export function queryVisitors(
  db: Db,
  siteId: SiteId,
  filter: { readonly since: Date; readonly keywords?: string | undefined },
  query: PageQuery,
): Promise<Found<VisitorRow>> {
  const pattern = containing(filter.keywords)
  const where = and(
    eq(visitors.siteId, siteId),
    gte(visitors.lastVisitTime, filter.since),
    pattern ? or(ilike(visitors.name, pattern), ilike(visitors.email, pattern)) : undefined,
  )
  const order = [visitors.lastVisitTime, visitors.id].map((column) => ({ column, isDescending: true }))
  return cutPage(db, { table: visitors, where, order }, query, (page) =>
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
