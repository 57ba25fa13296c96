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
import { guid, longText, text } from '../schema/field.ts'

export const Campaign = entity('Campaign', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  description: longText(),
  language: text().initially('English'),
})

/** The operations on campaigns. */
export const campaigns = {
  list: defineOperation({
    id: 'campaigns.list',
    method: 'GET',
    path: '/api/v3/livechat/campaigns',
    access: 'agent',
    summary: 'List campaigns',
    ok: answersList(Campaign),
  }),
  get: defineOperation({
    id: 'campaigns.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{id}',
    access: 'agent',
    summary: 'Get a campaign',
    params: { id: guid().mandatory() },
    ok: answers(Campaign),
  }),
  create: defineOperation({
    id: 'campaigns.create',
    method: 'POST',
    path: '/api/v3/livechat/campaigns',
    access: 'Manage Campaigns',
    summary: 'Add a campaign',
    body: creates(Campaign),
    ok: answersCreated(Campaign),
  }),
  update: defineOperation({
    id: 'campaigns.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{id}',
    access: 'Manage Campaigns',
    summary: 'Change a campaign',
    params: { id: guid().mandatory() },
    body: updates(Campaign),
    ok: answers(Campaign),
  }),
  delete: defineOperation({
    id: 'campaigns.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/campaigns/{id}',
    access: 'Manage Campaigns',
    summary: 'Delete a campaign',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
