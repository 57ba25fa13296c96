import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { guid, list, ref } from '../schema/field.ts'

export const AgentWrapUp = entity('AgentWrapUp', {
  fields: list(ref('CampaignFormField')),
})

/** The operations on agent wrapup. */
export const agentWrapup = {
  get: defineOperation({
    id: 'agentWrapup.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/agentWrapup',
    access: 'agent',
    summary: 'Get the wrap-up form of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(AgentWrapUp),
  }),
  update: defineOperation({
    id: 'agentWrapup.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/agentWrapup',
    access: 'Manage Campaigns',
    summary: 'Change the wrap-up form of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(AgentWrapUp),
    ok: answers(AgentWrapUp),
  }),
}
