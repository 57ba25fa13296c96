import { type Access, answers, answersList, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { integer, text } from '../schema/field.ts'

export const LiveChatAgent = entity('LiveChatAgent', {
  id: integer().readOnly().always(),
  status: text().mandatory().note('Online, Away, Offline or an away status of the site'),
  ongoingChats: integer().readOnly().always(),
})

/** Everybody may see and change their own status. */
const ownOrManaged: Access = { all: ['Manage Agent & Agent Roles'], unlessOwn: 'id' }

/** The operations on live chat agents. */
export const liveChatAgents = {
  get: defineOperation({
    id: 'liveChatAgents.get',
    method: 'GET',
    path: '/api/v3/livechat/agents/{id}',
    access: ownOrManaged,
    summary: 'Get the live status of an agent',
    params: { id: integer().mandatory() },
    ok: answers(LiveChatAgent),
  }),
  update: defineOperation({
    id: 'liveChatAgents.update',
    method: 'PUT',
    path: '/api/v3/livechat/agents/{id}',
    access: ownOrManaged,
    summary: 'Change the live status of an agent',
    params: { id: integer().mandatory() },
    body: updates(LiveChatAgent),
    ok: answers(LiveChatAgent),
  }),
  list: defineOperation({
    id: 'liveChatAgents.list',
    method: 'GET',
    path: '/api/v3/livechat/agents',
    access: 'Manage Agent & Agent Roles',
    summary: 'List the live status of agents',
    ok: answersList(LiveChatAgent),
  }),
}
