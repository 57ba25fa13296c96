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
import { choice, flag, guid, integer, list, longText, ref, text, words } from '../schema/field.ts'

export const CustomRule = entity('CustomRule', {
  id: guid().readOnly().always(),
  isEnable: flag(),
  name: text(),
  order: integer(),
  routeTo: choice(['agent', 'department']),
  routeToId: text(),
  routeToAgent: ref('Agent').includedBy('agent'),
  routeToDepartment: ref('Department').includedBy('department'),
  priority: choice(['lowest', 'low', 'normal', 'high', 'highest']),
  percentageToBot: integer(),
  conditionMetType: choice(['all', 'any', 'logicalExpression']),
  logicalExpression: longText(),
  conditions: list(ref('LiveChatCondition')),
})

/** The operations on custom rules. */
export const customRules = {
  list: defineOperation({
    id: 'customRules.list',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/routing/customRules',
    access: 'agent',
    summary: 'List the routing rules of a campaign',
    params: { campaignId: guid().mandatory() },
    query: { include: words('agent', 'department') },
    ok: answersList(CustomRule),
  }),
  get: defineOperation({
    id: 'customRules.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/routing/customRules/{id}',
    access: 'agent',
    summary: 'Get a routing rule',
    params: { campaignId: guid().mandatory(), id: guid().mandatory() },
    query: { include: words('agent', 'department') },
    ok: answers(CustomRule),
  }),
  create: defineOperation({
    id: 'customRules.create',
    method: 'POST',
    path: '/api/v3/livechat/campaigns/{campaignId}/routing/customRules',
    access: 'Manage Campaigns',
    summary: 'Add a routing rule',
    params: { campaignId: guid().mandatory() },
    body: creates(CustomRule),
    ok: answersCreated(CustomRule),
  }),
  update: defineOperation({
    id: 'customRules.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/routing/customRules/{id}',
    access: 'Manage Campaigns',
    summary: 'Change a routing rule',
    params: { campaignId: guid().mandatory(), id: guid().mandatory() },
    body: updates(CustomRule),
    ok: answers(CustomRule),
  }),
  delete: defineOperation({
    id: 'customRules.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/campaigns/{campaignId}/routing/customRules/{id}',
    access: 'Manage Campaigns',
    summary: 'Delete a routing rule',
    params: { campaignId: guid().mandatory(), id: guid().mandatory() },
    ok: answersNothing,
  }),
}
