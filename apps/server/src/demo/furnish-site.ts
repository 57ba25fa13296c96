import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../db/db.ts'
import {
  customerSegments,
  publicCannedMessageCategories,
  publicCannedMessages,
  siteSettings,
} from '../db/schema/index.ts'
import { TOP } from '../features/account/canned-messages/canned-messages.rules.ts'
import { newId } from '../lib/ids.ts'

const CANNED: Readonly<Record<string, readonly (readonly [name: string, message: string])[]>> = {
  Greetings: [
    ['Welcome', 'Hello and welcome to Northwind Tea. How may I help you?'],
    ['Anything else', 'Is there anything else I can help you with?'],
  ],
  Parcels: [
    [
      'Delivery time',
      'Parcels take two to four working days. You get a link to follow yours as soon as it leaves our house.',
    ],
    ['Damaged parcel', 'I am sorry about that. Please send us a photo of the parcel, and a new one goes out today.'],
  ],
}

const SEGMENTS = [
  {
    name: 'Looking at the tea of the month',
    color: 'D97706',
    conditions: [{ field: 'CurrentPageURL', operator: 'contains', value: '/demo/product', order: 1 }],
  },
  {
    name: 'Came back',
    color: '2563EB',
    conditions: [{ field: 'Numberofvisits', operator: 'isMoreThan', value: '1', order: 1 }],
  },
]

/** Gives the demo site canned messages and segments, and makes contacts of those who gave an address. */
export async function furnishSite(tx: Tx, siteId: number, createdTime: Date): Promise<void> {
  for (const [name, messages] of Object.entries(CANNED)) {
    const categoryId = newId()
    await tx.insert(publicCannedMessageCategories).values({ siteId, id: categoryId, name, parentId: TOP, createdTime })
    await tx
      .insert(publicCannedMessages)
      .values(
        messages.map(([title, message]) => ({ siteId, id: newId(), name: title, message, categoryId, createdTime })),
      )
  }
  await tx.insert(customerSegments).values(
    SEGMENTS.map((segment, index) => ({
      ...segment,
      siteId,
      id: newId(),
      isEnabled: true,
      order: index + 1,
      conditionMetType: 'all',
      createdTime,
    })),
  )
  await tx.update(siteSettings).set({ isCustomerSegmentEnabled: true }).where(eq(siteSettings.siteId, siteId))
  await addContacts(tx, siteId)
}

/** What happens to visitors who give an address, for all of them at once. */
async function addContacts(tx: Tx, siteId: number): Promise<void> {
  await tx.execute(sql`
    with people as (
      select lower(email) as email, min(name) as name, min(first_visit_time) as since, max(last_visit_time) as last
      from visitors where site_id = ${siteId} and email is not null group by 1
    ), numbered as materialized (
      select nextval('person_ids')::int as id, p.* from (select * from people order by since) p
    ), made as (
      insert into contacts (site_id, id, name, created_time, last_updated_time)
      select ${siteId}, id, name, since, last from numbered
    ), addresses as (
      insert into contact_identities (site_id, id, contact_id, type, value, created_time)
      select ${siteId}, nextval('contact_identity_ids')::int, id, 'email', email, since from numbered
    ), browsers as (
      insert into contact_identities (site_id, id, contact_id, type, value, created_time)
      select ${siteId}, nextval('contact_identity_ids')::int, n.id, 'visitor', v.id, v.first_visit_time
      from visitors v join numbered n on n.email = lower(v.email) where v.site_id = ${siteId}
    )
    update visitors v set contact_id = n.id from numbered n where v.site_id = ${siteId} and lower(v.email) = n.email`)
}
