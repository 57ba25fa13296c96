import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { flag, guid, integer, longText } from '../schema/field.ts'

export const KBIntegration = entity('KBIntegration', {
  isEnable: flag(),
  selectedKBId: guid(),
  isSearchAllowedBeforeChatting: flag(),
  greetingMessageBeforeChatting: longText(),
  isSearchAllowedBeforeOfflineMessage: flag(),
  greetingMessageBeforeOfflineMessage: longText(),
  articlesShowedInSearchResult: integer(),
})

/** The operations on kb integration. */
export const kbIntegration = {
  get: defineOperation({
    id: 'kbIntegration.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/kbIntegration',
    aliases: ['/api/v3/livechat/campaigns/{campaignId}/KBIntegration'],
    access: 'agent',
    summary: 'Get the knowledge-base integration of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(KBIntegration),
  }),
  update: defineOperation({
    id: 'kbIntegration.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/kbIntegration',
    aliases: ['/api/v3/livechat/campaigns/{campaignId}/KBIntegration'],
    access: 'Manage Campaigns',
    summary: 'Change the knowledge-base integration of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(KBIntegration),
    ok: answers(KBIntegration),
  }),
}
