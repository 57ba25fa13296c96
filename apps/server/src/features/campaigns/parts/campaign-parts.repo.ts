import { and, eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { campaignParts, campaigns } from '../../../db/schema/index.ts'

export type PartName = Exclude<keyof typeof campaignParts.$inferSelect, 'siteId' | 'campaignId'>
export type PartsRow = typeof campaignParts.$inferSelect

/** All settings of a campaign; undefined when there is no such campaign, null when none was ever changed. */
export async function findParts(db: Db, siteId: SiteId, campaignId: string): Promise<PartsRow | null | undefined> {
  const match = and(eq(campaignParts.siteId, campaigns.siteId), eq(campaignParts.campaignId, campaigns.id))
  const [row] = await db
    .select({ parts: campaignParts })
    .from(campaigns)
    .leftJoin(campaignParts, match)
    .where(and(eq(campaigns.siteId, siteId), eq(campaigns.id, campaignId)))
  return row ? row.parts : undefined
}

/** Keeps others from changing the campaign meanwhile. Returns whether there is one. */
export async function lockCampaign(tx: Tx, siteId: SiteId, campaignId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.siteId, siteId), eq(campaigns.id, campaignId)))
    .for('update')
  return rows.length === 1
}

/** What a campaign is called. */
export async function findCampaignName(tx: Tx, siteId: SiteId, campaignId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ name: campaigns.name })
    .from(campaigns)
    .where(and(eq(campaigns.siteId, siteId), eq(campaigns.id, campaignId)))
  return row?.name
}

/** Stores one part. */
export async function upsertPart(
  tx: Tx,
  siteId: SiteId,
  campaignId: string,
  part: PartName,
  value: Record<string, unknown>,
): Promise<void> {
  await tx
    .insert(campaignParts)
    .values({ siteId, campaignId, [part]: value })
    .onConflictDoUpdate({ target: [campaignParts.siteId, campaignParts.campaignId], set: { [part]: value } })
}

/** Removes the settings of a campaign that goes. */
export async function deleteParts(tx: Tx, siteId: SiteId, campaignId: string): Promise<void> {
  await tx.delete(campaignParts).where(and(eq(campaignParts.siteId, siteId), eq(campaignParts.campaignId, campaignId)))
}
