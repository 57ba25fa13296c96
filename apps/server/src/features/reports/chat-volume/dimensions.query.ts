import { eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { campaigns, departments } from '../../../db/schema/index.ts'

/** Every campaign or department of the site, oldest first. */
export async function listDimensionIds(
  db: Db,
  siteId: SiteId,
  dimension: 'campaign' | 'department',
): Promise<string[]> {
  const table = dimension === 'campaign' ? campaigns : departments
  const rows = await db.select({ id: table.id }).from(table).where(eq(table.siteId, siteId)).orderBy(table.id)
  return rows.map(({ id }) => id)
}
