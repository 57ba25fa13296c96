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

export const Department = entity('Department', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  description: longText(),
  isAvailableInChat: flag(true),
  isAvailableInTicketingAndMessaging: flag(true),
  offlineMessageMailTo: choice(['All agents in the department', 'The email address(es)']).initially(
    'All agents in the department',
  ),
  offlineMessageEmailAddresses: longText().mandatoryWhen('offlineMessageMailTo', ['The email address(es)']),
  agentIds: list(integer()),
  agents: list(ref('Agent')).includedBy('agent'),
  shiftIds: list(guid()),
  shifts: list(ref('Shift')).includedBy('shift'),
})

/** The operations on departments. */
export const departments = {
  list: defineOperation({
    id: 'departments.list',
    method: 'GET',
    path: '/api/v3/globalSettings/departments',
    access: 'Manage Departments',
    summary: 'List departments',
    query: { include: words('agent', 'shift') },
    ok: answersList(Department),
  }),
  get: defineOperation({
    id: 'departments.get',
    method: 'GET',
    path: '/api/v3/globalSettings/departments/{id}',
    access: 'Manage Departments',
    summary: 'Get a department',
    params: { id: guid().mandatory() },
    query: { include: words('agent', 'shift') },
    ok: answers(Department),
  }),
  create: defineOperation({
    id: 'departments.create',
    method: 'POST',
    path: '/api/v3/globalSettings/departments',
    access: 'Manage Departments',
    summary: 'Add a department',
    body: creates(Department),
    ok: answersCreated(Department),
  }),
  update: defineOperation({
    id: 'departments.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/departments/{id}',
    access: 'Manage Departments',
    summary: 'Change a department',
    params: { id: guid().mandatory() },
    body: updates(Department),
    ok: answers(Department),
  }),
  delete: defineOperation({
    id: 'departments.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/departments/{id}',
    access: 'Manage Departments',
    summary: 'Delete a department',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
