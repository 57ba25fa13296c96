import { and, eq, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { visitors } from '../../../db/schema/index.ts'

export type VisitorRow = typeof visitors.$inferSelect

/** A visitor, locked: two tabs that say hello at once must not begin two sessions. */
export async function lockVisitor(db: Db, siteId: SiteId, id: string): Promise<VisitorRow | undefined> {
  const [row] = await db
    .select()
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, id)))
    .for('update')
  return row
}

/** A browser nobody has seen before. */
export async function insertVisitor(
  db: Db,
  siteId: SiteId,
  { id, tokenHash, now }: { id: string; tokenHash: Buffer; now: Date },
): Promise<void> {
  await db.insert(visitors).values({ siteId, id, tokenHash, firstVisitTime: now, lastVisitTime: now })
}

/** Counts what a visitor did. */
export async function countVisit(
  db: Db,
  siteId: SiteId,
  { id, visits, pageViews, now }: { id: string; visits: number; pageViews: number; now: Date },
): Promise<void> {
  await db
    .update(visitors)
    .set({
      visits: sql`${visitors.visits} + ${visits}`,
      pageViews: sql`${visitors.pageViews} + ${pageViews}`,
      lastVisitTime: now,
    })
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, id)))
}
