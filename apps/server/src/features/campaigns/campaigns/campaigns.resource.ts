import { Campaign } from '@parley/contract'
import { campaigns } from '../../../db/schema/index.ts'
import { createResource, inUse, type Row } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { lockSite } from '../../account/site/site.repo.ts'
import { deleteForms, insertDefaultForms } from '../form-fields/form-fields.repo.ts'
import { deleteParts } from '../parts/campaign-parts.repo.ts'
import { deleteCampaignRules } from '../routing/custom-rules.repo.ts'
import { countCampaigns, countRunningChats, findDynamicUse } from './campaigns.repo.ts'

export type CampaignRow = typeof campaigns.$inferSelect & Row

/** Configurations of button, window, forms and routing. A site always has one. */
export const campaignsResource = createResource<typeof Campaign, CampaignRow>({
  entity: Campaign,
  noun: 'campaign',
  table: campaigns,
  audit: { category: 'liveChat', actionType: 'campaignsManagement' },
  nameOf: (row) => row.name,
  unique: { campaigns_name_key: 'name' },
  hooks: {
    async beforeDelete(ctx, work, row) {
      // two deletions at once must not remove the last two
      await lockSite(work.tx, ctx.siteId)
      if ((await countCampaigns(work.tx, ctx.siteId)) === 1)
        throw invalid('id', `names '${row.name}', the last campaign of the site, which has to stay`)
      const use = await findDynamicUse(work.tx, ctx.siteId, row.id)
      if (use !== undefined) throw inUse(`campaign ('${row.name}')`, use)
      const running = await countRunningChats(work.tx, ctx.siteId, row.id)
      if (running)
        throw inUse(`campaign ('${row.name}')`, running === 1 ? 'a running chat' : `${running} running chats`)
      await deleteForms(work.tx, ctx.siteId, row.id)
      await deleteParts(work.tx, ctx.siteId, row.id)
      await deleteCampaignRules(work.tx, ctx.siteId, row.id)
    },
    async beforeCreate(ctx, work, row) {
      await insertDefaultForms(work.tx, ctx.siteId, row.id, ctx.now())
    },
    async afterWrite(ctx, work) {
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    },
  },
})
