import { and, eq, ne, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { customerSegments } from '../../../db/schema/index.ts'

/** The place behind the last segment. */
export async function nextOrder(tx: Tx, siteId: SiteId): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`coalesce(max(${customerSegments.order}), 0)::int + 1` })
    .from(customerSegments)
    .where(eq(customerSegments.siteId, siteId))
  return row?.next ?? 1
}

/** The name of another segment with a condition about this one. */
export async function findSegmentAbout(db: Db, siteId: SiteId, segmentId: string): Promise<string | undefined> {
  const about = JSON.stringify([{ field: 'Segmentation', value: segmentId }])
  const [row] = await db
    .select({ name: customerSegments.name })
    .from(customerSegments)
    .where(
      and(
        eq(customerSegments.siteId, siteId),
        ne(customerSegments.id, segmentId),
        sql`${customerSegments.conditions} @> ${about}::jsonb`,
      ),
    )
    .limit(1)
  return row?.name
}
