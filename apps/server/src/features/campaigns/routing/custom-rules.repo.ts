import { and, eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { autoInvitations, customRules } from '../../../db/schema/index.ts'

/** Removes all routing rules of a campaign. */
export async function deleteCustomRules(tx: Tx, siteId: SiteId, campaignId: string): Promise<void> {
  await tx.delete(customRules).where(and(eq(customRules.siteId, siteId), eq(customRules.campaignId, campaignId)))
}

/** A campaign's rules in order. */
export async function listCustomRules(tx: Tx, siteId: SiteId, campaignId: string) {
  return tx
    .select({ id: customRules.id, name: customRules.name, createdTime: customRules.createdTime })
    .from(customRules)
    .where(and(eq(customRules.siteId, siteId), eq(customRules.campaignId, campaignId)))
    .orderBy(customRules.order, customRules.id)
}

/** Adds a routing rule. */
export async function insertCustomRule(tx: Tx, row: typeof customRules.$inferInsert): Promise<void> {
  await tx.insert(customRules).values(row)
}

/** Removes all rules and invitations of a campaign that goes. */
export async function deleteCampaignRules(tx: Tx, siteId: SiteId, campaignId: string): Promise<void> {
  await deleteCustomRules(tx, siteId, campaignId)
  await tx
    .delete(autoInvitations)
    .where(and(eq(autoInvitations.siteId, siteId), eq(autoInvitations.campaignId, campaignId)))
}
