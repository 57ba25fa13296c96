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
import { choice, integer, text } from '../schema/field.ts'

export const ContactIdentity = entity('ContactIdentity', {
  id: integer().readOnly().always(),
  contactId: integer().mandatory(),
  name: text(),
  type: choice([
    'visitor',
    'email',
    'SMS',
    'Facebook',
    'Twitter',
    'WeChat',
    'ssoid',
    'externalid',
    'Whatsapp',
    'inphase',
  ]).mandatory(),
  value: text().mandatory(),
  avatarURL: text(2048),
  infoURL: text(2048),
  screenName: text(),
  originalContactPageURL: text(2048),
})

/** The operations on contact identities. */
export const contactIdentities = {
  listByContact: defineOperation({
    id: 'contactIdentities.listByContact',
    method: 'GET',
    path: '/api/v3/globalSettings/contacts/{contactId}/contactIdentities',
    access: 'agent',
    summary: 'List the identities of a contact',
    params: { contactId: integer().mandatory() },
    ok: answersList(ContactIdentity),
  }),
  get: defineOperation({
    id: 'contactIdentities.get',
    method: 'GET',
    path: '/api/v3/globalSettings/contactIdentities/{id}',
    access: 'agent',
    summary: 'Get a contact identity',
    params: { id: integer().mandatory() },
    ok: answers(ContactIdentity),
  }),
  create: defineOperation({
    id: 'contactIdentities.create',
    method: 'POST',
    path: '/api/v3/globalSettings/contactIdentities',
    aliases: ['/api/v3/globalSettings/contacts/contactIdentities'],
    access: 'Manage Contacts',
    summary: 'Add a contact identity',
    body: creates(ContactIdentity),
    ok: answersCreated(ContactIdentity),
  }),
  update: defineOperation({
    id: 'contactIdentities.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/contactIdentities/{id}',
    access: 'Manage Contacts',
    summary: 'Change a contact identity',
    params: { id: integer().mandatory() },
    body: updates(ContactIdentity),
    ok: answers(ContactIdentity),
  }),
  delete: defineOperation({
    id: 'contactIdentities.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/contactIdentities/{id}',
    access: 'Manage Contacts',
    summary: 'Delete a contact identity',
    params: { id: integer().mandatory() },
    ok: answersNothing,
  }),
}
