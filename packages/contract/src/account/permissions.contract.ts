import { answersList, defineOperation, takesList } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, guid, integer, longText, text } from '../schema/field.ts'

export const Permission = entity('Permission', {
  id: integer().readOnly().always(),
  name: text().readOnly(),
  description: longText().readOnly(),
  category: choice(['liveChat', 'ticketingAndMessaging', 'bot', 'globalSettings', 'knowledgeBase']).readOnly(),
})

/** The operations on permissions. */
export const permissions = {
  list: defineOperation({
    id: 'permissions.list',
    method: 'GET',
    path: '/api/v3/globalSettings/permissions',
    access: 'agent',
    summary: 'List permissions',
    ok: answersList(Permission),
  }),
  listByRole: defineOperation({
    id: 'permissions.listByRole',
    method: 'GET',
    path: '/api/v3/globalSettings/roles/{roleId}/permissions',
    access: 'agent',
    summary: 'List the permissions of a role',
    params: { roleId: guid().mandatory() },
    ok: answersList(Permission),
  }),
  listByAgent: defineOperation({
    id: 'permissions.listByAgent',
    method: 'GET',
    path: '/api/v3/globalSettings/agents/{agentId}/permissions',
    access: 'agent',
    summary: 'List the permissions of an agent',
    params: { agentId: integer().mandatory() },
    ok: answersList(Permission),
  }),
  listEffectiveByAgent: defineOperation({
    id: 'permissions.listEffectiveByAgent',
    method: 'GET',
    path: '/api/v3/globalSettings/agents/{agentId}/permissions:effective',
    access: 'agent',
    summary: 'List the permissions of an agent, those of roles included',
    params: { agentId: integer().mandatory() },
    ok: answersList(Permission),
  }),
  updateForRole: defineOperation({
    id: 'permissions.updateForRole',
    method: 'PUT',
    path: '/api/v3/globalSettings/roles/{roleId}/permissions',
    access: 'Manage Agent & Agent Roles',
    summary: 'Change the permissions of a role',
    params: { roleId: guid().mandatory() },
    body: takesList(integer()),
    ok: answersList(Permission),
  }),
  updateForAgent: defineOperation({
    id: 'permissions.updateForAgent',
    method: 'PUT',
    path: '/api/v3/globalSettings/agents/{agentId}/permissions',
    access: 'Manage Agent & Agent Roles',
    summary: 'Change the permissions of an agent',
    params: { agentId: integer().mandatory() },
    body: takesList(integer()),
    ok: answersList(Permission),
  }),
}
