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

export const PublicCannedMessageCategory = entity('PublicCannedMessageCategory', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  parentId: guid().mandatory(),
})

/** The operations on public canned message categories. */
export const publicCannedMessageCategories = {
  list: defineOperation({
    id: 'publicCannedMessageCategories.list',
    method: 'GET',
    path: '/api/v3/globalSettings/publicCannedMessageCategories',
    access: 'Manage Public Canned Messages',
    summary: 'List public canned message categories',
    ok: answersList(PublicCannedMessageCategory),
  }),
  get: defineOperation({
    id: 'publicCannedMessageCategories.get',
    method: 'GET',
    path: '/api/v3/globalSettings/publicCannedMessageCategories/{id}',
    access: 'Manage Public Canned Messages',
    summary: 'Get a public canned message category',
    params: { id: guid().mandatory() },
    ok: answers(PublicCannedMessageCategory),
  }),
  create: defineOperation({
    id: 'publicCannedMessageCategories.create',
    method: 'POST',
    path: '/api/v3/globalSettings/publicCannedMessageCategories',
    access: 'Manage Public Canned Messages',
    summary: 'Add a public canned message category',
    body: creates(PublicCannedMessageCategory),
    ok: answersCreated(PublicCannedMessageCategory),
  }),
  update: defineOperation({
    id: 'publicCannedMessageCategories.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/publicCannedMessageCategories/{id}',
    access: 'Manage Public Canned Messages',
    summary: 'Change a public canned message category',
    params: { id: guid().mandatory() },
    body: updates(PublicCannedMessageCategory),
    ok: answers(PublicCannedMessageCategory),
  }),
  delete: defineOperation({
    id: 'publicCannedMessageCategories.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/publicCannedMessageCategories/{id}',
    access: 'Manage Public Canned Messages',
    summary: 'Delete a public canned message category',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
