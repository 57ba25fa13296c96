import { and, count, eq, ne } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { campaigns, chats } from '../../../db/schema/index.ts'

/** How many campaigns there are. */
export async function countCampaigns(tx: Tx, siteId: SiteId): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(campaigns).where(eq(campaigns.siteId, siteId))
  return row?.total ?? 0
}

/** How many chats of the campaign go on now. */
export async function countRunningChats(tx: Tx, siteId: SiteId, campaignId: string): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(chats)
    .where(and(eq(chats.siteId, siteId), eq(chats.campaignId, campaignId), ne(chats.state, 'ended')))
  return row?.total ?? 0
}
