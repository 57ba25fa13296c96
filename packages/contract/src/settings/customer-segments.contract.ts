import { chatConditionFieldNames, chatConditionOperators } from '../common/chat-conditions.ts'
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

export const CustomerSegment = entity('CustomerSegment', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  color: text().initially('339FD9'),
  isEnabled: flag(false).alias('isEnable'),
  order: integer(),
  description: longText(),
  conditionMetType: choice(['all', 'any', 'logicalExpression']).initially('all'),
  logicalExpression: longText(),
  conditions: list(ref('LiveChatCondition')).mandatory(),
  alertTo: ref('AlertTo'),
})

export const AlertTo = entity('AlertTo', {
  departmentIds: list(guid()),
  agentIds: list(integer()),
})

export const LiveChatCondition = entity('LiveChatCondition', {
  field: choice(chatConditionFieldNames).mandatory(),
  operator: choice(chatConditionOperators, { doesnotcontain: 'doesNotContain', include: 'contains' })
    .mandatory()
    .alias('Operator'),
  value: text().mandatory(),
  order: integer(),
})

/** The operations on customer segments. */
export const customerSegments = {
  list: defineOperation({
    id: 'customerSegments.list',
    method: 'GET',
    path: '/api/v3/livechat/customerSegments',
    access: 'Manage Settings',
    summary: 'List customer segments',
    ok: answersList(CustomerSegment),
  }),
  get: defineOperation({
    id: 'customerSegments.get',
    method: 'GET',
    path: '/api/v3/livechat/customerSegments/{id}',
    access: 'Manage Settings',
    summary: 'Get a customer segment',
    params: { id: guid().mandatory() },
    ok: answers(CustomerSegment),
  }),
  create: defineOperation({
    id: 'customerSegments.create',
    method: 'POST',
    path: '/api/v3/livechat/customerSegments',
    access: 'Manage Settings',
    summary: 'Add a customer segment',
    body: creates(CustomerSegment),
    ok: answersCreated(CustomerSegment),
  }),
  update: defineOperation({
    id: 'customerSegments.update',
    method: 'PUT',
    path: '/api/v3/livechat/customerSegments/{id}',
    access: 'Manage Settings',
    summary: 'Change a customer segment',
    params: { id: guid().mandatory() },
    body: updates(CustomerSegment),
    ok: answers(CustomerSegment),
  }),
  delete: defineOperation({
    id: 'customerSegments.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/customerSegments/{id}',
    access: 'Manage Settings',
    summary: 'Delete a customer segment',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
