import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, integer, longText } from '../schema/field.ts'

export const ManualInvitation = entity('ManualInvitation', {
  manualInvitationPosition: choice([
    'centered',
    'centeredWithOverlay',
    'topLeft',
    'topMiddle',
    'topRight',
    'bottomLeft',
    'bottomMiddle',
    'bottomRight',
    'leftMiddle',
    'rightMiddle',
  ]),
  manualInvitationImageType: choice(['fromGallery', 'fromMyComputer']).readOnly(),
  manualInvitationImage: guid().readOnly(),
  manualInvitationCloseAreaXOffset: integer(),
  manualInvitationCloseAreaYOffset: integer(),
  manualInvitationCloseAreaWidth: integer(),
  manualInvitationCloseAreaHeight: integer(),
  manualInvitationTextAreaXOffset: integer(),
  manualInvitationTextAreaYOffset: integer(),
  manualInvitationTextAreaWidth: integer(),
  manualInvitationTextAreaHeight: integer(),
  manualInvitationText: longText(),
  manualInvitationTextFont: choice(['times new roman', 'tahoma', 'verdana', 'arial', 'comic sans ms', 'courier']),
  manualInvitationTextSize: choice(['XXSmall', 'XSmall', 'small', 'medium', 'large', 'XLarge', 'XXLarge']),
  isManualInvitationTextBold: flag(),
  isManualInvitationTextItalic: flag(),
  manualInvitationTextColor: longText(),
})

/** The operations on manual invitation. */
export const manualInvitation = {
  get: defineOperation({
    id: 'manualInvitation.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/invitation/manualInvitation',
    access: 'agent',
    summary: 'Get the manual invitation of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(ManualInvitation),
  }),
  update: defineOperation({
    id: 'manualInvitation.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/invitation/manualInvitation',
    access: 'Manage Campaigns',
    summary: 'Change the manual invitation of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(ManualInvitation),
    ok: answers(ManualInvitation),
  }),
}
