import { AutoInvitation } from '@parley/contract'
import { sql } from 'drizzle-orm'
import { autoInvitations } from '../../../db/schema/index.ts'
import { createChildResource } from '../../../kit/child-resource.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { checkConditions } from '../../settings/conditions/check-conditions.ts'
import { mustHaveCampaign } from '../form-fields/form.ts'
import { checkColor } from '../parts/campaign-parts.ts'
import { nextOrder } from '../routing/rule-order.repo.ts'

type AutoInvitationRow = typeof autoInvitations.$inferSelect & Row

const resource = createResource<typeof AutoInvitation, AutoInvitationRow>({
  entity: AutoInvitation,
  noun: 'auto invitation',
  table: autoInvitations,
  audit: { category: 'liveChat', actionType: 'autoInvitationManagement' },
  nameOf: (row) => row.name,
  references: { campaignId: 'Campaign' },
  orderBy: [sql`${autoInvitations.order}`, sql`${autoInvitations.id}`],
  hooks: {
    async beforeCreate(ctx, { tx }, row, body) {
      row.conditions = await checkConditions(tx, ctx.siteId, body)
      checkColor('textColor', body.textColor)
      row.order ??= await nextOrder(tx, ctx.siteId, autoInvitations, row.campaignId)
      row.isEnable ??= true
      row.conditionMetType ??= 'all'
      row.imageType ??= 'fromGallery'
    },
    async beforeUpdate(ctx, { tx }, _row, next, body) {
      next.conditions = await checkConditions(tx, ctx.siteId, next)
      checkColor('textColor', body.textColor)
    },
    async afterWrite(ctx, work) {
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    },
  },
})

/** Invitations of a campaign that visitors get by themselves. */
export const autoInvitationsResource = createChildResource(resource, {
  parentKey: 'campaignId',
  parentColumn: autoInvitations.campaignId,
  checkParent: (ctx, campaignId) => mustHaveCampaign(ctx, String(campaignId)),
})
