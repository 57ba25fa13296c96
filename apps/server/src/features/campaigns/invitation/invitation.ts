import { Invitation } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import { campaignPart } from '../parts/campaign-part.ts'
import { upsertPart } from '../parts/campaign-parts.repo.ts'
import { manualInvitation } from '../parts/campaign-parts.ts'
import { autoInvitationsResource } from './auto-invitations.resource.ts'
import { replaceAutoInvitations } from './replace-auto-invitations.ts'

/** How a campaign invites visitors; the two kinds of invitation have operations of their own. */
export const invitation = campaignPart<typeof Invitation>({
  entity: Invitation,
  part: 'invitation',
  noun: 'the invitation',
  initial: { style: 'bubble' },
  elsewhere: {
    names: ['autoInvitations', 'manualInvitation'],
    async show(ctx: AgentContext, campaignId: string) {
      const [autoInvitations, manual] = await Promise.all([
        autoInvitationsResource.list(ctx, campaignId),
        manualInvitation.get(ctx, campaignId),
      ])
      // a campaign has one invitation: it goes by the campaign's id
      return { id: campaignId, autoInvitations, manualInvitation: manual }
    },
    async change(ctx: AgentContext, work: Work, campaignId: string, body) {
      if (body.autoInvitations) await replaceAutoInvitations(ctx, work, campaignId, body.autoInvitations)
      if (!body.manualInvitation) return
      const before = await manualInvitation.get(ctx, campaignId)
      await upsertPart(work.tx, ctx.siteId, campaignId, 'manualInvitation', { ...before, ...body.manualInvitation })
    },
  },
})
