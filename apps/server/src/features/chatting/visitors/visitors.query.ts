import { and, count, desc, eq, gte, ilike, inArray, or } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { visitors } from '../../../db/schema/index.ts'
import type { Found } from '../../../kit/pages.ts'
import { containing } from '../../../lib/patterns.ts'
import type { VisitorRow } from './visitors.repo.ts'

/** Visitors who were on the site since a time, the latest first. */
export async function queryVisitors(
  db: Db,
  siteId: SiteId,
  filter: { readonly since: Date; readonly keywords?: string | undefined },
  range: { limit: number; offset: number },
): Promise<Found<VisitorRow>> {
  const pattern = containing(filter.keywords)
  const where = and(
    eq(visitors.siteId, siteId),
    gte(visitors.lastVisitTime, filter.since),
    pattern ? or(ilike(visitors.name, pattern), ilike(visitors.email, pattern)) : undefined,
  )
  const [totals, items] = await Promise.all([
    db.select({ total: count() }).from(visitors).where(where),
    db
      .select()
      .from(visitors)
      .where(where)
      .orderBy(desc(visitors.lastVisitTime), desc(visitors.id))
      .limit(range.limit)
      .offset(range.offset),
  ])
  return { total: totals[0]?.total ?? 0, items }
}

/** Some visitors; those who are not there are left out. */
export function listVisitorsByIds(db: Db, siteId: SiteId, ids: readonly string[]): Promise<VisitorRow[]> {
  return db
    .select()
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), inArray(visitors.id, [...ids])))
}
