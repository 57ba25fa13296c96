import { and, eq, max } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'

type OrderedTable = PgTable & { siteId: PgColumn; campaignId: PgColumn; order: PgColumn }

/** The largest the column holds; whoever claims it shares it with those who come after. */
const LAST_PLACE = 2_147_483_647

/** The place behind the last rule of a campaign. */
export async function nextOrder(db: Db, siteId: SiteId, table: OrderedTable, campaignId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(table.order) })
    .from(table as PgTable)
    .where(and(eq(table.siteId, siteId), eq(table.campaignId, campaignId)))
  return Math.min(Number(row?.last ?? 0) + 1, LAST_PLACE)
}
