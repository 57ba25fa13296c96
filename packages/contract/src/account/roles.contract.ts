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
import { choice, guid, integer, list, longText, ref, text, words } from '../schema/field.ts'

export const Role = entity('Role', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  description: longText(),
  type: choice(['administrator', 'agent', 'custom']).initially('custom').readOnly(),
  agentIds: list(integer()),
  agents: list(ref('Agent')).includedBy('agent'),
  permissionIds: list(integer()),
  permissions: list(ref('Permission')).includedBy('permission'),
})

/** The operations on roles. */
export const roles = {
  list: defineOperation({
    id: 'roles.list',
    method: 'GET',
    path: '/api/v3/globalSettings/roles',
    access: 'Manage Agent & Agent Roles',
    summary: 'List roles',
    query: { include: words('agent', 'permission') },
    ok: answersList(Role),
  }),
  get: defineOperation({
    id: 'roles.get',
    method: 'GET',
    path: '/api/v3/globalSettings/roles/{id}',
    access: 'Manage Agent & Agent Roles',
    summary: 'Get a role',
    params: { id: guid().mandatory() },
    query: { include: words('agent', 'permission') },
    ok: answers(Role),
  }),
  create: defineOperation({
    id: 'roles.create',
    method: 'POST',
    path: '/api/v3/globalSettings/roles',
    access: 'Manage Agent & Agent Roles',
    summary: 'Add a role',
    body: creates(Role),
    ok: answersCreated(Role),
  }),
  update: defineOperation({
    id: 'roles.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/roles/{id}',
    access: 'Manage Agent & Agent Roles',
    summary: 'Change a role',
    params: { id: guid().mandatory() },
    body: updates(Role),
    ok: answers(Role),
  }),
  delete: defineOperation({
    id: 'roles.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/roles/{id}',
    access: 'Manage Agent & Agent Roles',
    summary: 'Delete a role',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
