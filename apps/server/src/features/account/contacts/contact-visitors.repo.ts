import { and, eq, isNull, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { contactIdentities, contacts, visitors } from '../../../db/schema/index.ts'

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type IdentityType = 'email' | 'visitor'

/** The visitor an identity of the type `visitor` is about; undefined for a value that is no visitor's id. */
export function visitorIdOf(value: string): string | undefined {
  return GUID.test(value) ? value.toLowerCase() : undefined
}

/** Whose identity this is, in any case. */
export async function findOwner(
  tx: Tx,
  siteId: SiteId,
  type: IdentityType,
  value: string,
): Promise<number | undefined> {
  const same = sql`lower(${contactIdentities.value}) = lower(${value})`
  const [row] = await tx
    .select({ contactId: contactIdentities.contactId })
    .from(contactIdentities)
    .where(and(eq(contactIdentities.siteId, siteId), eq(contactIdentities.type, type), same))
  return row?.contactId
}

/** Whether a contact has an identity of the type. */
export async function hasIdentityOf(tx: Tx, siteId: SiteId, contactId: number, type: IdentityType): Promise<boolean> {
  const { siteId: site, contactId: contact, type: kind, id } = contactIdentities
  const rows = await tx
    .select({ id })
    .from(contactIdentities)
    .where(and(eq(site, siteId), eq(contact, contactId), eq(kind, type)))
    .limit(1)
  return rows.length > 0
}

/** Adds an identity. False: somebody has it. Waits for whoever is just adding the same. */
export async function insertIdentity(
  tx: Tx,
  identity: { siteId: SiteId; contactId: number; type: IdentityType; value: string; createdTime: Date },
): Promise<boolean> {
  const id = sql`nextval('contact_identity_ids')::int`
  const { rowCount } = await tx
    .insert(contactIdentities)
    .values({ ...identity, id })
    .onConflictDoNothing()
  return rowCount === 1
}

/** Gives visitors' own identities to a contact, whoever had them. */
export async function giveVisitors(
  tx: Tx,
  {
    siteId,
    contactId,
    visitorIds,
    now,
  }: { siteId: SiteId; contactId: number; visitorIds: readonly string[]; now: Date },
): Promise<void> {
  if (!visitorIds.length) return
  await tx.execute(sql`
    insert into contact_identities (site_id, id, contact_id, type, value, created_time)
    select ${siteId}::int, nextval('contact_identity_ids')::int, ${contactId}::int, 'visitor', visitor_id::text,
      ${now.toISOString()}::timestamptz
    from unnest(${sql.param([...visitorIds])}::uuid[]) visitor_id
    on conflict (site_id, type, lower(value)) do update set contact_id = excluded.contact_id`)
  await setContactOf(tx, siteId, visitorIds, contactId)
}

/** Adds a person. */
export async function insertContact(
  tx: Tx,
  siteId: SiteId,
  { name, phone, company }: { name: string; phone: string | null; company: string | null },
  now: Date,
): Promise<number> {
  const id = sql`nextval('person_ids')::int`
  const [row] = await tx
    .insert(contacts)
    .values({ siteId, id, name, phone, company, createdTime: now, lastUpdatedTime: now })
    .returning({ id: contacts.id })
  if (!row) throw new Error('the contact was not stored')
  return row.id
}

/** Takes back a contact that was just added. */
export async function removeContact(tx: Tx, siteId: SiteId, contactId: number): Promise<void> {
  await tx.delete(contacts).where(and(eq(contacts.siteId, siteId), eq(contacts.id, contactId)))
}

/** Keeps a contact until the transaction ends. False: it is gone. */
export async function holdContact(tx: Tx, siteId: SiteId, contactId: number): Promise<boolean> {
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.siteId, siteId), eq(contacts.id, contactId)))
    .for('key share')
  return rows.length > 0
}

/** Writes what a contact lacked and was now said; what it has stays. One that is called by its address gets a name. */
export async function completeContact(
  tx: Tx,
  siteId: SiteId,
  contactId: number,
  said: { name: string | null; email: string; phone: string | null; company: string | null },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update contacts c set name = n.name, phone = n.phone, company = n.company, last_updated_time = ${now}
    from (
      select case when lower(o.name) = lower(${said.email}) then coalesce(${said.name}::text, o.name) else o.name end as name,
        coalesce(o.phone, ${said.phone}::text) as phone, coalesce(o.company, ${said.company}::text) as company
      from contacts o where o.site_id = ${siteId} and o.id = ${contactId}
    ) n
    where c.site_id = ${siteId} and c.id = ${contactId}
      and (c.name, c.phone, c.company) is distinct from (n.name, n.phone, n.company)`)
}

/** Which contact a visitor is, and which one has an address; null: none. Undefined: no such visitor. */
export async function findContacts(
  tx: Tx,
  siteId: SiteId,
  visitorId: string,
  email: string,
): Promise<{ own: number | null; owner: number | null } | undefined> {
  const identity = and(
    eq(contactIdentities.siteId, visitors.siteId),
    eq(contactIdentities.type, 'email'),
    sql`lower(${contactIdentities.value}) = lower(${email})`,
  )
  const [row] = await tx
    .select({ own: visitors.contactId, owner: contactIdentities.contactId })
    .from(visitors)
    .leftJoin(contactIdentities, identity)
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, visitorId)))
  return row
}

/** Visitors who gave an address and are this contact, or nobody known. */
export async function listVisitorsWith(
  tx: Tx,
  siteId: SiteId,
  email: string,
  contactId: number | null,
): Promise<string[]> {
  const whose = contactId === null ? isNull(visitors.contactId) : eq(visitors.contactId, contactId)
  const rows = await tx
    .select({ id: visitors.id })
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), sql`lower(${visitors.email}) = lower(${email})`, whose))
    .orderBy(visitors.id)
  return rows.map(({ id }) => id)
}

/** Says of some visitors which contact they are. */
export async function setContactOf(
  tx: Tx,
  siteId: SiteId,
  visitorIds: readonly string[],
  contactId: number | null,
): Promise<void> {
  const changed = sql`${visitors.contactId} is distinct from ${contactId}::int`
  // one parameter: a person may have come with more browsers than a statement takes parameters
  const among = sql`${visitors.id} = any(${sql.param([...visitorIds])}::uuid[])`
  await tx
    .update(visitors)
    .set({ contactId })
    .where(and(eq(visitors.siteId, siteId), among, changed))
}

/** Notes what a visitor said of themselves; what they left out stays. */
export async function noteSaid(
  tx: Tx,
  siteId: SiteId,
  visitorId: string,
  said: { name: string | null; email: string | null; phone: string | null; company: string | null },
): Promise<void> {
  await tx
    .update(visitors)
    .set({
      name: sql`coalesce(${said.name}::text, ${visitors.name})`,
      email: sql`coalesce(${said.email}::text, ${visitors.email})`,
      phone: sql`coalesce(${said.phone}::text, ${visitors.phone})`,
      company: sql`coalesce(${said.company}::text, ${visitors.company})`,
    })
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, visitorId)))
}
