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
import { guid, text } from '../schema/field.ts'

export const PrivateCannedMessageCategory = entity('PrivateCannedMessageCategory', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  parentId: guid().mandatory(),
})

/** The operations on private canned message categories. */
export const privateCannedMessageCategories = {
  list: defineOperation({
    id: 'privateCannedMessageCategories.list',
    method: 'GET',
    path: '/api/v3/globalSettings/privateCannedMessageCategories',
    access: 'Manage Private Canned Messages',
    summary: 'List private canned message categories',
    ok: answersList(PrivateCannedMessageCategory),
  }),
  get: defineOperation({
    id: 'privateCannedMessageCategories.get',
    method: 'GET',
    path: '/api/v3/globalSettings/privateCannedMessageCategories/{id}',
    access: 'Manage Private Canned Messages',
    summary: 'Get a private canned message category',
    params: { id: guid().mandatory() },
    ok: answers(PrivateCannedMessageCategory),
  }),
  create: defineOperation({
    id: 'privateCannedMessageCategories.create',
    method: 'POST',
    path: '/api/v3/globalSettings/privateCannedMessageCategories',
    access: 'Manage Private Canned Messages',
    summary: 'Add a private canned message category',
    body: creates(PrivateCannedMessageCategory),
    ok: answersCreated(PrivateCannedMessageCategory),
  }),
  update: defineOperation({
    id: 'privateCannedMessageCategories.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/privateCannedMessageCategories/{id}',
    access: 'Manage Private Canned Messages',
    summary: 'Change a private canned message category',
    params: { id: guid().mandatory() },
    body: updates(PrivateCannedMessageCategory),
    ok: answers(PrivateCannedMessageCategory),
  }),
  delete: defineOperation({
    id: 'privateCannedMessageCategories.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/privateCannedMessageCategories/{id}',
    access: 'Manage Private Canned Messages',
    summary: 'Delete a private canned message category',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
