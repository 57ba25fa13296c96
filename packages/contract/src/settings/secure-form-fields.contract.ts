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
import { choice, flag, guid, integer, list, ref, text } from '../schema/field.ts'

export const SecureFormField = entity('SecureFormField', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  displayName: text().mandatory(),
  type: choice(
    ['text', 'textArea', 'radioBox', 'checkbox', 'dropdownList', 'checkboxList', 'datePicker', 'cardNumber'],
    { dropDownList: 'dropdownList' },
  ).mandatory(),
  isSystem: flag(false).readOnly(),
  isVisible: flag(false),
  isRequired: flag(false),
  order: integer().initially(1),
  options: list(ref('SecureFormFieldOption')).mandatoryWhen('type', ['radioBox', 'dropdownList', 'checkboxList']),
})

export const SecureFormFieldOption = entity('SecureFormFieldOption', {
  value: text().mandatory(),
  order: integer().initially(1),
})

/** The operations on secure form fields. */
export const secureFormFields = {
  list: defineOperation({
    id: 'secureFormFields.list',
    method: 'GET',
    path: '/api/v3/livechat/secureForms/{secureFormId}/secureFormFields',
    access: 'agent',
    summary: 'List secure form fields',
    params: { secureFormId: guid().mandatory() },
    ok: answersList(SecureFormField),
  }),
  get: defineOperation({
    id: 'secureFormFields.get',
    method: 'GET',
    path: '/api/v3/livechat/secureForms/{secureFormId}/secureFormFields/{id}',
    access: 'agent',
    summary: 'Get a secure form field',
    params: { secureFormId: guid().mandatory(), id: guid().mandatory() },
    ok: answers(SecureFormField),
  }),
  create: defineOperation({
    id: 'secureFormFields.create',
    method: 'POST',
    path: '/api/v3/livechat/secureForms/{secureFormId}/secureFormFields',
    access: 'Manage Security',
    summary: 'Add a secure form field',
    params: { secureFormId: guid().mandatory() },
    body: creates(SecureFormField),
    ok: answersCreated(SecureFormField),
  }),
  update: defineOperation({
    id: 'secureFormFields.update',
    method: 'PUT',
    path: '/api/v3/livechat/secureForms/{secureFormId}/secureFormFields/{id}',
    access: 'Manage Security',
    summary: 'Change a secure form field',
    params: { secureFormId: guid().mandatory(), id: guid().mandatory() },
    body: updates(SecureFormField),
    ok: answers(SecureFormField),
  }),
  delete: defineOperation({
    id: 'secureFormFields.delete',
    method: 'DELETE',
    path: '/api/v3/livechat/secureForms/{secureFormId}/secureFormFields/{id}',
    access: 'Manage Security',
    summary: 'Delete a secure form field',
    params: { secureFormId: guid().mandatory(), id: guid().mandatory() },
    ok: answersNothing,
  }),
}
