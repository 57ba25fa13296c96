import { and, count, eq, ne, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { campaigns, chats } from '../../../db/schema/index.ts'

/** How many campaigns there are. */
export async function countCampaigns(tx: Tx, siteId: SiteId): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(campaigns).where(eq(campaigns.siteId, siteId))
  return row?.total ?? 0
}

/** What of the dynamic campaign leads to a campaign. */
export async function findDynamicUse(tx: Tx, siteId: SiteId, campaignId: string): Promise<string | undefined> {
  const target = JSON.stringify([{ targetCampaignId: campaignId }])
  const { rows } = await tx.execute<{ isDefault: boolean }>(sql`
    select dynamic_campaign ->> 'defaultCampaignId' = ${campaignId} as "isDefault" from site_features
    where site_id = ${siteId} and (
      dynamic_campaign ->> 'defaultCampaignId' = ${campaignId}
      or dynamic_campaign -> 'dynamicCampaignRules' @> ${target}::jsonb)`)
  return rows[0] && (rows[0].isDefault ? 'the dynamic campaign, as its default' : 'a rule of the dynamic campaign')
}

/** How many chats of the campaign go on now. */
export async function countRunningChats(tx: Tx, siteId: SiteId, campaignId: string): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(chats)
    .where(and(eq(chats.siteId, siteId), eq(chats.campaignId, campaignId), ne(chats.state, 'ended')))
  return row?.total ?? 0
}
