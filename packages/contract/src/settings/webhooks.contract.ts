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
import { choice, guid, text } from '../schema/field.ts'

const EARLIER_NAMES = {
  operatorEventNotification: 'agentStatusChanges',
  agentStatusChanged: 'agentStatusChanges',
  chatStarted: 'chatStarts',
  chatEnded: 'chatEnds',
} as const

export const Webhook = entity('Webhook', {
  id: guid().readOnly().always(),
  event: choice(
    [
      'offlineMessageSubmitted',
      'agentStatusChanges',
      'chatStarts',
      'chatEnds',
      'chatWrappedUp',
      'chatRequested',
      'chatTransferred',
    ],
    // the names of other versions
    EARLIER_NAMES,
  ).mandatory(),
  targetUrl: text(2048).mandatory(),
})

/** The operations on webhooks. */
export const webhooks = {
  list: defineOperation({
    id: 'webhooks.list',
    method: 'GET',
    path: '/api/v3/livechat/webhooks',
    access: 'Manage Integration',
    summary: 'List webhooks',
    ok: answersList(Webhook),
  }),
  get: defineOperation({
    id: 'webhooks.get',
    method: 'GET',
    path: '/api/v3/livechat/webhooks/{id}',
    access: 'Manage Integration',
    summary: 'Get a webhook',
    params: { id: guid().mandatory() },
    ok: answers(Webhook),
  }),
  create: defineOperation({
    id: 'webhooks.create',
    method: 'POST',
    path: '/api/v3/livechat/webhooks',
    access: 'Manage Integration',
    summary: 'Add a webhook',
    body: creates(Webhook),
    ok: answersCreated(Webhook),
  }),
  update: defineOperation({
    id: 'webhooks.update',
    method: 'PUT',
    path: '/api/v3/livechat/webhooks/{id}',
    access: 'Manage Integration',
    summary: 'Change a webhook',
    params: { id: guid().mandatory() },
    body: updates(Webhook),
    ok: answers(Webhook),
  }),
  delete: defineOperation({
    id: 'webhooks.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/webhooks/{id}',
    access: 'Manage Integration',
    summary: 'Delete a webhook',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
