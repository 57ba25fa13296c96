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
import { choice, date, flag, guid, integer, list, ref, text, timeOfDay, timeZone, words } from '../schema/field.ts'

export const Shift = entity('Shift', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  timeZone: timeZone(),
  ifAutoDetectDayLight: flag(),
  holidays: list(ref('Holiday')),
  agentIds: list(integer()),
  departmentIds: list(guid()),
  agents: list(ref('Agent')).includedBy('agent'),
  departments: list(ref('Department')).includedBy('department'),
  workingHours: list(ref('WorkingHours')),
})

export const Holiday = entity('Holiday', {
  name: text().mandatory(),
  date: date().mandatory(),
})

export const WorkingHours = entity('WorkingHours', {
  dayOfWeek: choice(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']).mandatory(),
  startTime: timeOfDay().mandatory(),
  endTime: timeOfDay().mandatory(),
  awayStatusId: guid(),
})

/** The operations on shifts. */
export const shifts = {
  list: defineOperation({
    id: 'shifts.list',
    method: 'GET',
    path: '/api/v3/globalSettings/shifts',
    access: 'Manage Security',
    summary: 'List shifts',
    query: { include: words('department', 'agent') },
    ok: answersList(Shift),
  }),
  listByDepartment: defineOperation({
    id: 'shifts.listByDepartment',
    method: 'GET',
    path: '/api/v3/globalSettings/departments/{departmentId}/shifts',
    access: 'Manage Security',
    summary: 'List the shifts of a department',
    params: { departmentId: guid().mandatory() },
    ok: answersList(Shift),
  }),
  listByAgent: defineOperation({
    id: 'shifts.listByAgent',
    method: 'GET',
    path: '/api/v3/globalSettings/agents/{agentId}/shifts',
    access: 'Manage Security',
    summary: 'List the shifts of an agent',
    params: { agentId: integer().mandatory() },
    ok: answersList(Shift),
  }),
  get: defineOperation({
    id: 'shifts.get',
    method: 'GET',
    path: '/api/v3/globalSettings/shifts/{id}',
    aliases: ['/api/v3/livechat/shifts/{id}'],
    access: 'Manage Security',
    summary: 'Get a shift',
    params: { id: guid().mandatory() },
    query: { include: words('department', 'agent') },
    ok: answers(Shift),
  }),
  create: defineOperation({
    id: 'shifts.create',
    method: 'POST',
    path: '/api/v3/globalSettings/shifts',
    access: 'Manage Security',
    summary: 'Add a shift',
    body: creates(Shift),
    ok: answersCreated(Shift),
  }),
  update: defineOperation({
    id: 'shifts.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/shifts/{id}',
    access: 'Manage Security',
    summary: 'Change a shift',
    params: { id: guid().mandatory() },
    body: updates(Shift),
    ok: answers(Shift),
  }),
  delete: defineOperation({
    id: 'shifts.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/shifts/{id}',
    access: 'Manage Security',
    summary: 'Delete a shift',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
