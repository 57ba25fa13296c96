import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, list, longText, ref, text } from '../schema/field.ts'

export const CampaignOfflineMessage = entity('CampaignOfflineMessage', {
  type: choice(['systemOfflineMessageWindow', 'customOfflineMessagePage']),
  customOfflineMessagePageURL: text(2048),
  ifOpenCustomOfflineMessagePageInNewWindow: flag(),
  isTeamNameDisplayed: flag(),
  teamName: text(),
  isAgentAvatarDisplayed: flag(),
  greetingMessage: longText(),
  emailOfflineMessageTo: choice(['allAgents', 'customEmailAddresses']),
  customEmailAddresses: text(),
  customEmailIfAddClientInfo: flag(),
  customEmailIfAddGeoInfo: flag(),
  customEmailIfAddNavigationInfo: flag(),
  customEmailIfAddVisitorInfo: flag(),
  formFieldLayoutStyle: choice(['leftOfInput', 'aboveInput'], { leftofInput: 'leftOfInput' }),
  fields: list(ref('CampaignFormField')),
})

/** The operations on campaign offline message. */
export const campaignOfflineMessage = {
  get: defineOperation({
    id: 'campaignOfflineMessage.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/offlineMessage',
    access: 'agent',
    summary: 'Get the offline-message form of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(CampaignOfflineMessage),
  }),
  update: defineOperation({
    id: 'campaignOfflineMessage.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/offlineMessage',
    access: 'Manage Campaigns',
    summary: 'Change the offline-message form of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(CampaignOfflineMessage),
    ok: answers(CampaignOfflineMessage),
  }),
}
