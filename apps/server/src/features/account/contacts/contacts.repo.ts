import { and, eq, exists, ilike, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { contactIdentities, contacts } from '../../../db/schema/index.ts'
import { setContactOf, visitorIdOf } from './contact-visitors.repo.ts'

/** What a list of contacts is narrowed by; everything given has to fit: keywords in part, the others whole, in any case. */
export interface ContactFilter {
  readonly name?: string | undefined
  readonly company?: string | undefined
  readonly keywords?: string | undefined
  readonly contactIdentityName?: string | undefined
  readonly contactIdentityValue?: string | undefined
  readonly contactIdentityType?: string | undefined
}

/** The contacts that fit; one identity has to fit everything that is asked of identities. */
export function matchesFilter(db: Db, filter: ContactFilter): SQL | undefined {
  const { contactIdentityName: name, contactIdentityValue: value, contactIdentityType: type } = filter
  const identity = [
    is(contactIdentities.name, name),
    is(contactIdentities.value, value),
    is(contactIdentities.type, type),
  ].filter((part) => part !== undefined)
  return and(
    is(contacts.name, filter.name),
    is(contacts.company, filter.company),
    identity.length ? hasIdentity(db, and(...identity)) : undefined,
    matchesKeywords(db, filter.keywords),
  )
}

function matchesKeywords(db: Db, keywords: string | undefined): SQL | undefined {
  if (!keywords?.trim()) return undefined
  const { name, firstName, lastName, alias, company, title, phone } = contacts
  const own = [name, firstName, lastName, alias, company, title, phone].map((column) => contains(column, keywords))
  const together = contains(sql`${firstName} || ' ' || ${lastName}`, keywords)
  const named = or(contains(contactIdentities.name, keywords), contains(contactIdentities.value, keywords))
  return or(...own, together, hasIdentity(db, named))
}

function hasIdentity(db: Db, condition: SQL | undefined): SQL {
  const its = and(eq(contactIdentities.siteId, contacts.siteId), eq(contactIdentities.contactId, contacts.id))
  return exists(db.select({ one: sql`1` }).from(contactIdentities).where(and(its, condition)))
}

function is(column: PgColumn, words: string | undefined): SQL | undefined {
  return words?.trim() ? sql`lower(${column}) = lower(${words.trim()})` : undefined
}

function contains(column: Parameters<typeof ilike>[0], words: string | undefined): SQL | undefined {
  if (!words?.trim()) return undefined
  return ilike(column, `%${words.trim().replaceAll(/[\\%_]/g, '\\$&')}%`)
}

/** The next number for an identity. */
export async function nextIdentityId(tx: Tx): Promise<number> {
  const { rows } = await tx.execute(sql`select nextval('contact_identity_ids')::int as id`)
  return Number(rows[0]?.id)
}

/** Removes a contact's identities; visitors forget that they are this contact. */
export async function removeContactTraces(tx: Tx, siteId: SiteId, contactId: number): Promise<void> {
  const gone = await tx
    .delete(contactIdentities)
    .where(and(eq(contactIdentities.siteId, siteId), eq(contactIdentities.contactId, contactId)))
    .returning({ type: contactIdentities.type, value: contactIdentities.value })
  const visitorIds = gone.flatMap(({ type, value }) => (type === 'visitor' ? (visitorIdOf(value) ?? []) : []))
  if (visitorIds.length) await setContactOf(tx, siteId, visitorIds, null)
}

/**
 * Notes that something of the contact changed. Whoever is just changing or deleting it does so itself: waiting for them
 * with an identity in hand, which they may want, would be a deadlock.
 */
export async function touchContact(tx: Tx, siteId: SiteId, contactId: number, now: Date): Promise<void> {
  await tx.execute(sql`
    update contacts set last_updated_time = ${now} where (site_id, id) in (
      select site_id, id from contacts where site_id = ${siteId} and id = ${contactId} for no key update skip locked)`)
}
