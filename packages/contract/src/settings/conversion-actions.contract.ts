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
import { choice, datetime, decimal, flag, guid, integer, list, ref, text, words } from '../schema/field.ts'

export const ConversionAction = entity('ConversionAction', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  isEnable: flag(),
  type: choice(['url', 'customVariable', 'api']).mandatory(),
  customVariableUsedToDetermineConversion: text(),
  operator: choice(['is', 'beginsWith', 'contains', 'regularExpression', 'isLessThen', 'isMoreThen'], {
    isLessThan: 'isLessThen',
    isMoreThan: 'isMoreThen',
  }),
  value: text(),
  isCaseSensitive: flag(),
  isValueAssignedToConversion: flag(),
  valueSource: choice(['inputAValue', 'getFromCustomVariable']),
  assignedValueFromInputting: integer(1, 999999999),
  assignedValueFromCustomVariable: text(),
  chatAssociatedWithConversion: choice(['theFirstChat', 'theLastChat']),
  isChatInLastCertainDaysConsidered: flag(),
  chatInLastDays: integer(1, 30),
  isChatWithAtLeastCertainVisitorMessagesConsidered: flag(),
  visitorMessagesAtLeast: integer(1, 999),
  isVariableIncludedInTranscript: flag(),
  appendFieldList: list(text()),
  createdTime: datetime().readOnly(),
  createdByAgentId: integer().readOnly(),
  createdAgent: ref('Agent').includedBy('agent'),
  lastUpdatedTime: datetime().readOnly(),
  lastUpdatedByAgentId: integer().readOnly(),
  lastUpdatedAgent: ref('Agent').includedBy('agent'),
})

export const ConversionAchieved = entity('ConversionAchieved', {
  conversionName: text().mandatory().alias('conversion_name'),
  visitorId: guid().mandatory(),
  value: decimal().mandatory(),
})

/** The operations on conversion actions. */
export const conversionActions = {
  list: defineOperation({
    id: 'conversionActions.list',
    method: 'GET',
    path: '/api/v3/livechat/conversionActions',
    access: 'Manage Settings',
    summary: 'List conversion actions',
    query: { include: words('agent') },
    ok: answersList(ConversionAction),
  }),
  get: defineOperation({
    id: 'conversionActions.get',
    method: 'GET',
    path: '/api/v3/livechat/conversionActions/{id}',
    access: 'Manage Settings',
    summary: 'Get a conversion action',
    params: { id: guid().mandatory() },
    query: { include: words('agent') },
    ok: answers(ConversionAction),
  }),
  create: defineOperation({
    id: 'conversionActions.create',
    method: 'POST',
    path: '/api/v3/livechat/conversionActions',
    access: 'Manage Settings',
    summary: 'Add a conversion action',
    body: creates(ConversionAction),
    ok: answersCreated(ConversionAction),
  }),
  update: defineOperation({
    id: 'conversionActions.update',
    method: 'PUT',
    path: '/api/v3/livechat/conversionActions/{id}',
    access: 'Manage Settings',
    summary: 'Change a conversion action',
    params: { id: guid().mandatory() },
    body: updates(ConversionAction),
    ok: answers(ConversionAction),
  }),
  delete: defineOperation({
    id: 'conversionActions.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/conversionActions/{id}',
    access: 'Manage Settings',
    summary: 'Delete a conversion action',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
  achieved: defineOperation({
    id: 'conversionActions.achieved',
    method: 'POST',
    path: '/api/v3/livechat/conversionActions/achieved',
    access: 'Manage Settings',
    summary: 'Tell that a visitor achieved a conversion',
    body: creates(ConversionAchieved),
    ok: answers(ConversionAchieved),
  }),
}
