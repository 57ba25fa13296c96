import {
  answers,
  answersCreated,
  answersList,
  answersNothing,
  creates,
  defineOperation,
  takesList,
  updates,
} from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { flag, guid, list, longText, ref, text, words } from '../schema/field.ts'

export const PublicCannedMessage = entity('PublicCannedMessage', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  message: longText().mandatory(),
  IfSetHtmlMessageForEmail: flag(false).alias('ifSetHtmlMessageForEmail'),
  htmlMessage: longText(),
  categoryId: guid().mandatory(),
  category: ref('PublicCannedMessageCategory').includedBy('publicCannedMessageCategory'),
  shortcuts: text(),
  similarQuestions: list(text()),
})

/** The operations on public canned messages. */
export const publicCannedMessages = {
  list: defineOperation({
    id: 'publicCannedMessages.list',
    method: 'GET',
    path: '/api/v3/globalSettings/publicCannedMessages',
    access: 'Manage Public Canned Messages',
    summary: 'List public canned messages',
    query: { include: words('publicCannedMessageCategory') },
    ok: answersList(PublicCannedMessage),
  }),
  get: defineOperation({
    id: 'publicCannedMessages.get',
    method: 'GET',
    path: '/api/v3/globalSettings/publicCannedMessages/{id}',
    access: 'Manage Public Canned Messages',
    summary: 'Get a public canned message',
    params: { id: guid().mandatory() },
    query: { include: words('publicCannedMessageCategory') },
    ok: answers(PublicCannedMessage),
  }),
  create: defineOperation({
    id: 'publicCannedMessages.create',
    method: 'POST',
    path: '/api/v3/globalSettings/publicCannedMessages',
    access: 'Manage Public Canned Messages',
    summary: 'Add a public canned message',
    body: creates(PublicCannedMessage),
    ok: answersCreated(PublicCannedMessage),
  }),
  addSimilarQuestions: defineOperation({
    id: 'publicCannedMessages.addSimilarQuestions',
    method: 'POST',
    path: '/api/v3/globalSettings/publicCannedMessages/{id}/similarQuestions',
    access: 'Manage Public Canned Messages',
    summary: 'Add similar questions to a public canned message',
    params: { id: guid().mandatory() },
    body: takesList(text()),
    ok: answersCreated(PublicCannedMessage),
  }),
  update: defineOperation({
    id: 'publicCannedMessages.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/publicCannedMessages/{id}',
    access: 'Manage Public Canned Messages',
    summary: 'Change a public canned message',
    params: { id: guid().mandatory() },
    body: updates(PublicCannedMessage),
    ok: answers(PublicCannedMessage),
  }),
  delete: defineOperation({
    id: 'publicCannedMessages.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/publicCannedMessages/{id}',
    access: 'Manage Public Canned Messages',
    summary: 'Delete a public canned message',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
}
