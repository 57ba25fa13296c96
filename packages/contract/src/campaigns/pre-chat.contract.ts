import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, list, longText, ref, text } from '../schema/field.ts'

export const PreChat = entity('PreChat', {
  isEnable: flag(),
  isTeamNameDisplayed: flag(),
  teamName: text(),
  isAgentAvatarDisplayed: flag(),
  greetingMessage: longText(),
  socialMediaLogin: choice(['none', 'facebook']),
  isEnableGoogleReCAPTCHA: flag(),
  reCAPTCHALabel: text(),
  fields: list(ref('CampaignFormField')),
  isVisitorInfoRecorded: flag(true),
  formFieldLayoutStyle: choice(['leftOfInput', 'aboveInput'], { leftofInput: 'leftOfInput' }),
})

/** The operations on pre chat. */
export const preChat = {
  get: defineOperation({
    id: 'preChat.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/preChat',
    access: 'agent',
    summary: 'Get the pre-chat form of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(PreChat),
  }),
  update: defineOperation({
    id: 'preChat.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/preChat',
    access: 'Manage Campaigns',
    summary: 'Change the pre-chat form of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(PreChat),
    ok: answers(PreChat),
  }),
}
