import { eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { campaigns, customerSegments, departments } from '../../../db/schema/index.ts'

/** Every campaign, department or customer segment of the site, oldest first. */
export async function listDimensionIds(
  db: Db,
  siteId: SiteId,
  dimension: 'campaign' | 'department' | 'visitorSegment',
): Promise<string[]> {
  const table = { campaign: campaigns, department: departments, visitorSegment: customerSegments }[dimension]
  const rows = await db.select({ id: table.id }).from(table).where(eq(table.siteId, siteId)).orderBy(table.id)
  return rows.map(({ id }) => id)
}
