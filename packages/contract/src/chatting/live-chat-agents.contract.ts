import { answers, answersList, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { integer, text } from '../schema/field.ts'

export const LiveChatAgent = entity('LiveChatAgent', {
  id: integer().readOnly().always(),
  status: text().mandatory(),
  ongoingChats: integer().readOnly(),
})

/** The operations on live chat agents. */
export const liveChatAgents = {
  get: defineOperation({
    id: 'liveChatAgents.get',
    method: 'GET',
    path: '/api/v3/livechat/agents/{id}',
    access: 'Manage Agent & Agent Roles',
    summary: 'Get a live chat agent',
    params: { id: integer().mandatory() },
    ok: answers(LiveChatAgent),
  }),
  update: defineOperation({
    id: 'liveChatAgents.update',
    method: 'PUT',
    path: '/api/v3/livechat/agents/{id}',
    access: 'Manage Agent & Agent Roles',
    summary: 'Change a live chat agent',
    params: { id: integer().mandatory() },
    body: updates(LiveChatAgent),
    ok: answers(LiveChatAgent),
  }),
  list: defineOperation({
    id: 'liveChatAgents.list',
    method: 'GET',
    path: '/api/v3/livechat/agents',
    access: 'Manage Agent & Agent Roles',
    summary: 'List live chat agents',
    ok: answersList(LiveChatAgent),
  }),
}
