import {
  answers,
  answersCreated,
  answersList,
  answersNothing,
  creates,
  defineOperation,
  updates,
} from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, integer, list, longText, ref, text } from '../schema/field.ts'

export const CampaignFormField = entity('CampaignFormField', {
  id: guid().readOnly().always(),
  field: ref('LiveChatField'),
  isVisible: flag(),
  isRequired: flag(),
  order: integer(),
  ratingGrades: list(ref('RatingGrade')),
})

export const RatingGrade = entity('RatingGrade', {
  grade: integer(),
  label: text(),
  isVisible: flag(),
})

export const LiveChatField = entity('LiveChatField', {
  id: guid().readOnly().always(),
  isSystem: flag(),
  name: text(),
  type: choice(
    [
      'textBox',
      'textArea',
      'radioBox',
      'checkbox',
      'dropdownList',
      'checkboxList',
      'NPS',
      'file',
      'rating',
      'checkboxListwithOptionGroups',
    ],
    { text: 'textBox', checkboxListWithOptionGroups: 'checkboxListwithOptionGroups', wrapupcomment: 'textArea' },
  ),
  options: list(ref('LiveChatFieldOption')),
  leftText: longText(),
  rightText: longText(),
  optionGroups: list(ref('LiveChatFieldOptionGroup')),
})

export const LiveChatFieldOption = entity('LiveChatFieldOption', {
  value: text(),
  order: integer(),
})

export const LiveChatFieldOptionGroup = entity('LiveChatFieldOptionGroup', {
  name: text(),
  order: integer(),
  options: list(ref('LiveChatFieldOption')),
})

/** The operations on campaign form fields. */
export const campaignFormFields = {
  listForPreChat: defineOperation({
    id: 'campaignFormFields.listForPreChat',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/preChat/campaignFormFields',
    access: 'agent',
    summary: 'List the fields of the pre-chat form',
    params: { campaignId: guid().mandatory() },
    ok: answersList(CampaignFormField),
  }),
  createForPreChat: defineOperation({
    id: 'campaignFormFields.createForPreChat',
    method: 'POST',
    path: '/api/v3/livechat/campaigns/{campaignId}/preChat/campaignFormFields',
    access: 'Manage Campaigns',
    summary: 'Add a field to the pre-chat form',
    params: { campaignId: guid().mandatory() },
    body: creates(CampaignFormField),
    ok: answersCreated(CampaignFormField),
  }),
  listForPostChat: defineOperation({
    id: 'campaignFormFields.listForPostChat',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/postChat/campaignFormFields',
    access: 'agent',
    summary: 'List the fields of the post-chat form',
    params: { campaignId: guid().mandatory() },
    ok: answersList(CampaignFormField),
  }),
  createForPostChat: defineOperation({
    id: 'campaignFormFields.createForPostChat',
    method: 'POST',
    path: '/api/v3/livechat/campaigns/{campaignId}/postChat/campaignFormFields',
    access: 'Manage Campaigns',
    summary: 'Add a field to the post-chat form',
    params: { campaignId: guid().mandatory() },
    body: creates(CampaignFormField),
    ok: answersCreated(CampaignFormField),
  }),
  listForOfflineMessage: defineOperation({
    id: 'campaignFormFields.listForOfflineMessage',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/offlineMessage/campaignFormFields',
    access: 'agent',
    summary: 'List the fields of the offline-message form',
    params: { campaignId: guid().mandatory() },
    ok: answersList(CampaignFormField),
  }),
  createForOfflineMessage: defineOperation({
    id: 'campaignFormFields.createForOfflineMessage',
    method: 'POST',
    path: '/api/v3/livechat/campaigns/{campaignId}/offlineMessage/campaignFormFields',
    access: 'Manage Campaigns',
    summary: 'Add a field to the offline-message form',
    params: { campaignId: guid().mandatory() },
    body: creates(CampaignFormField),
    ok: answersCreated(CampaignFormField),
  }),
  listForAgentWrapup: defineOperation({
    id: 'campaignFormFields.listForAgentWrapup',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/agentWrapup/campaignFormFields',
    access: 'agent',
    summary: 'List the fields of the wrap-up form',
    params: { campaignId: guid().mandatory() },
    ok: answersList(CampaignFormField),
  }),
  createForAgentWrapup: defineOperation({
    id: 'campaignFormFields.createForAgentWrapup',
    method: 'POST',
    path: '/api/v3/livechat/campaigns/{campaignId}/agentWrapup/campaignFormFields',
    access: 'Manage Campaigns',
    summary: 'Add a field to the wrap-up form',
    params: { campaignId: guid().mandatory() },
    body: creates(CampaignFormField),
    ok: answersCreated(CampaignFormField),
  }),
  get: defineOperation({
    id: 'campaignFormFields.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/campaignFormFields/{id}',
    access: 'agent',
    summary: "Get a field of a campaign's form",
    params: { campaignId: guid().mandatory(), id: guid().mandatory() },
    ok: answers(CampaignFormField),
  }),
  update: defineOperation({
    id: 'campaignFormFields.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/campaignFormFields/{id}',
    access: 'Manage Campaigns',
    summary: "Change a field of a campaign's form",
    params: { campaignId: guid().mandatory(), id: guid().mandatory() },
    body: updates(CampaignFormField),
    ok: answers(CampaignFormField),
  }),
  delete: defineOperation({
    id: 'campaignFormFields.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/campaigns/{campaignId}/campaignFormFields/{id}',
    access: 'Manage Campaigns',
    summary: "Delete a field of a campaign's form",
    params: { campaignId: guid().mandatory(), id: guid().mandatory() },
    ok: answersNothing,
  }),
}
