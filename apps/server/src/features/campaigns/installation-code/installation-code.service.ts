import type { InstallationCode, Output } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { campaignsResource } from '../campaigns/campaigns.resource.ts'
import { viewInstallationCode } from './installation-code.view.ts'

/** What a page needs to show the campaign's chat button. Throws not_found. */
export async function getInstallationCode(
  ctx: AgentContext,
  campaignId: string,
): Promise<Output<typeof InstallationCode>> {
  const campaign = await campaignsResource.getRow(ctx, campaignId)
  return viewInstallationCode({ publicUrl: ctx.app.publicUrl(), siteId: ctx.siteId, campaignId: campaign.id })
}
