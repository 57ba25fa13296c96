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

export const PrivateCannedMessage = entity('PrivateCannedMessage', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  message: longText().mandatory(),
  IfSetHtmlMessageForEmail: flag(false).alias('ifSetHtmlMessageForEmail'),
  htmlMessage: longText(),
  categoryId: guid(),
  category: ref('PrivateCannedMessageCategory').includedBy('privateCannedMessageCategory'),
  shortcuts: text(),
  similarQuestions: list(text()),
})

/** The operations on private canned messages. */
export const privateCannedMessages = {
  list: defineOperation({
    id: 'privateCannedMessages.list',
    method: 'GET',
    path: '/api/v3/globalSettings/privateCannedMessages',
    access: 'Manage Private Canned Messages',
    summary: 'List private canned messages',
    query: { include: words('privateCannedMessageCategory') },
    ok: answersList(PrivateCannedMessage),
  }),
  get: defineOperation({
    id: 'privateCannedMessages.get',
    method: 'GET',
    path: '/api/v3/globalSettings/privateCannedMessages/{id}',
    access: 'Manage Private Canned Messages',
    summary: 'Get a private canned message',
    params: { id: guid().mandatory() },
    query: { include: words('privateCannedMessageCategory') },
    ok: answers(PrivateCannedMessage),
  }),
  create: defineOperation({
    id: 'privateCannedMessages.create',
    method: 'POST',
    path: '/api/v3/globalSettings/privateCannedMessages',
    access: 'Manage Private Canned Messages',
    summary: 'Add a private canned message',
    body: creates(PrivateCannedMessage),
    ok: answersCreated(PrivateCannedMessage),
  }),
  update: defineOperation({
    id: 'privateCannedMessages.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/privateCannedMessages/{id}',
    access: 'Manage Private Canned Messages',
    summary: 'Change a private canned message',
    params: { id: guid().mandatory() },
    body: updates(PrivateCannedMessage),
    ok: answers(PrivateCannedMessage),
  }),
  delete: defineOperation({
    id: 'privateCannedMessages.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/privateCannedMessages/{id}',
    access: 'Manage Private Canned Messages',
    summary: 'Delete a private canned message',
    params: { id: guid().mandatory() },
    ok: answersNothing,
  }),
  addSimilarQuestions: defineOperation({
    id: 'privateCannedMessages.addSimilarQuestions',
    method: 'POST',
    path: '/api/v3/globalSettings/privateCannedMessages/{id}/similarQuestions',
    access: 'Manage Private Canned Messages',
    summary: 'Add similar questions to a private canned message',
    params: { id: guid().mandatory() },
    body: takesList(text()),
    ok: answersCreated(PrivateCannedMessage),
  }),
}
