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

export const CustomVariable = entity('CustomVariable', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  type: choice(['text', 'integer', 'decimal']).mandatory(),
  value: text(),
  hyperlink: text(),
})

/** The operations on custom variables. */
export const customVariables = {
  list: defineOperation({
    id: 'customVariables.list',
    method: 'GET',
    path: '/api/v3/livechat/customVariables',
    access: 'Manage Custom Variable',
    summary: 'List custom variables',
    ok: answersList(CustomVariable),
  }),
  get: defineOperation({
    id: 'customVariables.get',
    method: 'GET',
    path: '/api/v3/livechat/customVariables/{id}',
    access: 'Manage Custom Variable',
    summary: 'Get a custom variable',
    params: { id: guid().mandatory() },
    ok: answers(CustomVariable),
  }),
  create: defineOperation({
    id: 'customVariables.create',
    method: 'POST',
    path: '/api/v3/livechat/customVariables',
    access: 'Manage Custom Variable',
    summary: 'Add a custom variable',
    body: creates(CustomVariable),
    ok: answersCreated(CustomVariable),
  }),
  update: defineOperation({
    id: 'customVariables.update',
    method: 'PUT',
    path: '/api/v3/livechat/customVariables/{id}',
    access: 'Manage Custom Variable',
    summary: 'Change a custom variable',
    params: { id: guid().mandatory() },
    body: updates(CustomVariable),
    ok: answers(CustomVariable),
  }),
  delete: defineOperation({
    id: 'customVariables.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/customVariables/{id}',
    access: 'Manage Custom Variable',
    summary: 'Delete a custom variable',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
