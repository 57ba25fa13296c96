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
import { guid, list, longText, ref, text } from '../schema/field.ts'

export const SecureForm = entity('SecureForm', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  description: longText(),
  fields: list(ref('SecureFormField')),
})

/** The operations on secure forms. */
export const secureForms = {
  list: defineOperation({
    id: 'secureForms.list',
    method: 'GET',
    path: '/api/v3/livechat/secureForms',
    access: 'Manage Security',
    summary: 'List secure forms',
    ok: answersList(SecureForm),
  }),
  get: defineOperation({
    id: 'secureForms.get',
    method: 'GET',
    path: '/api/v3/livechat/secureForms/{id}',
    access: 'Manage Security',
    summary: 'Get a secure form',
    params: { id: guid().mandatory() },
    ok: answers(SecureForm),
  }),
  create: defineOperation({
    id: 'secureForms.create',
    method: 'POST',
    path: '/api/v3/livechat/secureForms',
    access: 'Manage Security',
    summary: 'Add a secure form',
    body: creates(SecureForm),
    ok: answersCreated(SecureForm),
  }),
  update: defineOperation({
    id: 'secureForms.update',
    method: 'PUT',
    path: '/api/v3/livechat/secureForms/{id}',
    access: 'Manage Security',
    summary: 'Change a secure form',
    params: { id: guid().mandatory() },
    body: updates(SecureForm),
    ok: answers(SecureForm),
  }),
  delete: defineOperation({
    id: 'secureForms.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/secureForms/{id}',
    access: 'Manage Security',
    summary: 'Delete a secure form',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
