import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, integer, list, longText, ref, text, words } from '../schema/field.ts'

export const Routing = entity('Routing', {
  isEnable: flag(false),
  type: choice(['simple', 'customRule']),
  routeTo: choice(['agent', 'department']),
  routeToId: text(),
  routeToAgent: ref('Agent').includedBy('agent'),
  routeToDepartment: ref('Department').includedBy('department'),
  priority: choice(['lowest', 'low', 'normal', 'high', 'highest']),
  percentageToBot: integer(),
  customRules: list(ref('CustomRule')),
  actionWhenNoRuleMatched: choice(['routeToSite', 'routeToDepartment', 'routeToAgent', 'redirectToOfflineMessage']),
  routeToIdWhenNoRuleMatched: text(),
  routeToAgentWhenNoRuleMatched: ref('Agent').includedBy('agent'),
  routeToDepartmentWhenNoRuleMatched: ref('Department').includedBy('department'),
  priorityWhenNoRuleMatched: choice(['lowest', 'low', 'normal', 'high', 'highest']),
  percentageToBotWhenNoRuleMatched: integer(),
  emailsToReceiveOfflineMessage: longText(),
})

/** The operations on routing. */
export const routing = {
  get: defineOperation({
    id: 'routing.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/routing',
    access: 'agent',
    summary: 'Get the routing of a campaign',
    params: { campaignId: guid().mandatory() },
    query: { include: words('agent', 'department') },
    ok: answers(Routing),
  }),
  update: defineOperation({
    id: 'routing.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/routing',
    access: 'Manage Campaigns',
    summary: 'Change the routing of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(Routing),
    ok: answers(Routing),
  }),
}
