import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { autoInvitationsResource as invitations } from './auto-invitations.resource.ts'
import { invitation } from './invitation.ts'

export const invitationRoutes = [
  implement(api.invitation.get, (ctx, { params }) => invitation.get(ctx, params.campaignId)),
  implement(api.invitation.update, (ctx, { params, body }) => invitation.update(ctx, params.campaignId, body)),
  implement(api.autoInvitations.list, (ctx, { params }) => invitations.list(ctx, params.campaignId)),
  implement(api.autoInvitations.get, (ctx, { params }) => invitations.get(ctx, params.campaignId, params.id)),
  implement(api.autoInvitations.create, (ctx, { params, body }) => invitations.create(ctx, params.campaignId, body)),
  implement(api.autoInvitations.update, (ctx, { params, body }) =>
    invitations.update(ctx, params.campaignId, params.id, body),
  ),
  implement(
    api.autoInvitations.delete,
    async (ctx, { params }) => void (await invitations.remove(ctx, params.campaignId, params.id)),
  ),
]
