import { and, eq, inArray, sql } from 'drizzle-orm'
import type { SiteId } from '../../../../context.ts'
import type { Db } from '../../../../db/db.ts'
import { campaignParts } from '../../../../db/schema/index.ts'

const greeting = sql<string>`${campaignParts.chatWindow} ->> 'greetingMessage'`

/** What campaigns say when a chat is answered, by campaign; those that say nothing are left out. */
export async function listGreetings(
  db: Db,
  siteId: SiteId,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ campaignId: campaignParts.campaignId, greeting })
    .from(campaignParts)
    .where(
      and(
        eq(campaignParts.siteId, siteId),
        inArray(campaignParts.campaignId, [...new Set(campaignIds)]),
        sql`trim(${greeting}) <> ''`,
      ),
    )
  return new Map(rows.map((row) => [row.campaignId, row.greeting]))
}
