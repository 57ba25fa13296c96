import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, integer, list, longText, ref, text, words } from '../schema/field.ts'

export const DynamicCampaign = entity('DynamicCampaign', {
  defaultCampaignId: guid(),
  defaultCampaign: ref('Campaign').includedBy('campaign'),
  dynamicCampaignRules: list(ref('DynamicCampaignRule')),
})

export const DynamicCampaignRule = entity('DynamicCampaignRule', {
  name: text().mandatory(),
  isEnabled: flag().mandatory(),
  conditionMetType: choice(['all', 'any', 'logicalExpression']).mandatory(),
  logicalExpression: longText(),
  targetCampaignId: guid().mandatory(),
  targetCampaign: ref('Campaign').includedBy('campaign'),
  conditions: list(ref('LiveChatCondition')),
  order: integer().mandatory(),
})

/** The operations on dynamic campaign. */
export const dynamicCampaign = {
  get: defineOperation({
    id: 'dynamicCampaign.get',
    method: 'GET',
    path: '/api/v3/livechat/dynamicCampaign',
    access: 'agent',
    summary: 'Get the rules that choose a campaign',
    query: { include: words('campaign') },
    ok: answers(DynamicCampaign),
  }),
  update: defineOperation({
    id: 'dynamicCampaign.update',
    method: 'PUT',
    path: '/api/v3/livechat/dynamicCampaign',
    access: 'Manage Campaigns',
    summary: 'Change the rules that choose a campaign',
    body: updates(DynamicCampaign),
    ok: answers(DynamicCampaign),
  }),
}
