import { paging } from '../common/paging.ts'
import {
  answers,
  answersCreated,
  answersNothing,
  answersPage,
  creates,
  defineOperation,
  updates,
} from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { datetime, integer, list, longText, ref, text, timeZone, words } from '../schema/field.ts'

export const Contact = entity('Contact', {
  id: integer().readOnly().always(),
  name: text().mandatory(),
  description: longText(),
  firstName: text(),
  lastName: text(),
  alias: text(),
  title: text(),
  company: text(),
  fax: text(),
  phone: text(),
  mailingAddress: text(),
  city: text(),
  stateOrProvince: text(),
  countryOrRegion: text(),
  postalOrZipCode: longText(),
  timeZone: timeZone(),
  createdTime: datetime().readOnly(),
  lastUpdatedTime: datetime().readOnly(),
  contactIdentities: list(ref('ContactIdentity')).includedBy('contactIdentity'),
})

/** The operations on contacts. */
export const contacts = {
  list: defineOperation({
    id: 'contacts.list',
    method: 'GET',
    path: '/api/v3/globalSettings/contacts',
    access: 'agent',
    summary: 'List contacts',
    query: {
      name: text(),
      company: text(),
      contactIdentityName: text(),
      contactIdentityValue: text(),
      contactIdentityType: text(),
      keywords: text(),
      include: words('contactIdentity'),
      ...paging(10),
    },
    ok: answersPage(Contact, 'count', 'contacts'),
  }),
  get: defineOperation({
    id: 'contacts.get',
    method: 'GET',
    path: '/api/v3/globalSettings/contacts/{id}',
    access: 'agent',
    summary: 'Get a contact',
    params: { id: integer().mandatory() },
    query: { include: words('contactIdentity') },
    ok: answers(Contact),
  }),
  create: defineOperation({
    id: 'contacts.create',
    method: 'POST',
    path: '/api/v3/globalSettings/contacts',
    access: 'Manage Contacts',
    summary: 'Add a contact',
    body: creates(Contact),
    ok: answersCreated(Contact),
  }),
  update: defineOperation({
    id: 'contacts.update',
    method: 'PUT',
    path: '/api/v3/globalSettings/contacts/{id}',
    access: 'Manage Contacts',
    summary: 'Change a contact',
    params: { id: integer().mandatory() },
    body: updates(Contact),
    ok: answers(Contact),
  }),
  delete: defineOperation({
    id: 'contacts.delete',
    method: 'DELETE',
    path: '/api/v3/globalSettings/contacts/{id}',
    access: 'Manage Contacts',
    summary: 'Delete a contact',
    params: { id: integer().mandatory() },
    ok: answersNothing,
  }),
}
