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
import { flag, guid, integer, text } from '../schema/field.ts'

export const AgentAwayStatus = entity('AgentAwayStatus', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  isSystem: flag(false).readOnly(),
  order: integer().readOnly(),
})

/** The operations on agent away statuses. */
export const agentAwayStatuses = {
  list: defineOperation({
    id: 'agentAwayStatuses.list',
    method: 'GET',
    path: '/api/v3/globalSettings/agentAwayStatuses',
    access: 'Manage Custom Away Status',
    summary: 'List agent away statuses',
    ok: answersList(AgentAwayStatus),
  }),
  get: defineOperation({
    id: 'agentAwayStatuses.get',
    method: 'GET',
    path: '/api/v3/globalSettings/agentAwayStatuses/{id}',
    access: 'Manage Custom Away Status',
    summary: 'Get an agent away status',
    params: { id: guid().mandatory() },
    ok: answers(AgentAwayStatus),
  }),
  create: defineOperation({
    id: 'agentAwayStatuses.create',
    method: 'POST',
    path: '/api/v3/globalSettings/agentAwayStatuses',
    access: 'Manage Custom Away Status',
    summary: 'Add an agent away status',
    body: creates(AgentAwayStatus),
    ok: answersCreated(AgentAwayStatus),
  }),
  update: defineOperation({
    id: 'agentAwayStatuses.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/agentAwayStatuses/{id}',
    access: 'Manage Custom Away Status',
    summary: 'Change an agent away status',
    params: { id: guid().mandatory() },
    body: updates(AgentAwayStatus),
    ok: answers(AgentAwayStatus),
  }),
  delete: defineOperation({
    id: 'agentAwayStatuses.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/agentAwayStatuses/{id}',
    access: 'Manage Custom Away Status',
    summary: 'Delete an agent away status',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
