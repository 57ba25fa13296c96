import { eq, inArray } from 'drizzle-orm'
import type { AgentContext } from '../../../context.ts'
import { contactIdentities } from '../../../db/schema/index.ts'
import type { Found, PageQuery } from '../../../kit/pages.ts'
import { type ContactFilter, matchesFilter } from './contacts.repo.ts'
import { type ContactView, contactIdentitiesResource, contactsResource } from './contacts.resource.ts'

type Include = readonly string[]

/** A page of the contacts that fit the filter. */
export async function listContacts(
  ctx: AgentContext,
  query: ContactFilter & PageQuery & { readonly include: Include },
): Promise<Found<ContactView>> {
  const { total, items } = await contactsResource.page(ctx, query, { where: matchesFilter(ctx.db, query) })
  return { total, items: await withIdentities(ctx, items, query.include) }
}

/** One contact. Throws not_found. */
export async function getContact(ctx: AgentContext, id: number, include: Include): Promise<ContactView> {
  const contact = await contactsResource.get(ctx, id)
  const [shown] = await withIdentities(ctx, [contact], include)
  return shown ?? contact
}

/** What a contact is called on its channels. Throws not_found. */
export async function listIdentities(ctx: AgentContext, contactId: number) {
  await contactsResource.getRow(ctx, contactId)
  return contactIdentitiesResource.list(ctx, { where: eq(contactIdentities.contactId, contactId) })
}

/** Adds the identities of all contacts with one query, when they are asked for. */
async function withIdentities(
  ctx: AgentContext,
  contacts: readonly ContactView[],
  include: Include,
): Promise<readonly ContactView[]> {
  if (!contacts.length || !include.includes('contactIdentity')) return contacts
  const ids = contacts.map(({ id }) => id)
  const all = await contactIdentitiesResource.list(ctx, { where: inArray(contactIdentities.contactId, ids) })
  return contacts.map((contact) => ({
    ...contact,
    contactIdentities: all.filter(({ contactId }) => contactId === contact.id),
  }))
}
