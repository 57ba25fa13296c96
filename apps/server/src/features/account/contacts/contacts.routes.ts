import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { toPage } from '../../../kit/pages.ts'
import { contactsResource as contacts, contactIdentitiesResource as identities } from './contacts.resource.ts'
import * as service from './contacts.service.ts'

const identityApi = api.contactIdentities

export const contactRoutes = [
  implement(api.contacts.list, async (ctx, { query, url }) =>
    toPage(ctx.app, url, { total: 'count', list: 'contacts' }, query, await service.listContacts(ctx, query)),
  ),
  implement(api.contacts.get, (ctx, { params, query }) => service.getContact(ctx, params.id, query.include)),
  implement(api.contacts.create, (ctx, { body }) => contacts.create(ctx, body)),
  implement(api.contacts.update, (ctx, { params, body }) => contacts.update(ctx, params.id, body)),
  implement(api.contacts.delete, async (ctx, { params }) => void (await contacts.remove(ctx, params.id))),
  implement(identityApi.listByContact, (ctx, { params }) => service.listIdentities(ctx, params.contactId)),
  implement(identityApi.get, (ctx, { params }) => identities.get(ctx, params.id)),
  implement(identityApi.create, (ctx, { body }) => identities.create(ctx, body)),
  implement(identityApi.update, (ctx, { params, body }) => identities.update(ctx, params.id, body)),
  implement(identityApi.delete, async (ctx, { params }) => void (await identities.remove(ctx, params.id))),
]
