import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, guid, list, ref } from '../schema/field.ts'

export const Invitation = entity('Invitation', {
  id: guid().readOnly().always(),
  style: choice(['bubble', 'popup', 'chatWindow']),
  autoInvitations: list(ref('AutoInvitation')),
  manualInvitation: ref('ManualInvitation').alias('manualInvitations'),
})

/** The operations on invitation. */
export const invitation = {
  get: defineOperation({
    id: 'invitation.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/invitation',
    access: 'agent',
    summary: 'Get the invitations of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(Invitation),
  }),
  update: defineOperation({
    id: 'invitation.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/invitation',
    access: 'Manage Campaigns',
    summary: 'Change the invitations of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(Invitation),
    ok: answers(Invitation),
  }),
}
