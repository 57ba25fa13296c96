import { Contact, ContactIdentity, type Output } from '@parley/contract'
import { contactIdentities, contacts } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { nextPersonId } from '../agents/agents.repo.ts'
import { nextIdentityId, removeContactTraces, touchContact } from './contacts.repo.ts'
import { isAddress } from './identity-values.ts'
import { attachVisitors, detachVisitor, moveVisitors } from './identity-visitors.ts'

type ContactRow = typeof contacts.$inferSelect & Row
type IdentityRow = typeof contactIdentities.$inferSelect & Row
export type ContactView = Output<typeof Contact>

const audit = { category: 'globalSettings', actionType: 'customerAccountsManagement' } as const

/** People whom the site knows. */
export const contactsResource = createResource<typeof Contact, ContactRow>({
  entity: Contact,
  noun: 'contact',
  table: contacts,
  countedAs: 'contacts',
  audit,
  nameOf: (row) => row.name,
  newId: ({ tx }) => nextPersonId(tx),
  // the newest first: who was just added or wrote for the first time is looked for most
  isNewestFirst: true,
  hooks: {
    async beforeCreate(ctx, _work, row) {
      row.lastUpdatedTime = ctx.now()
    },
    async beforeUpdate(ctx, _work, _row, next) {
      next.lastUpdatedTime = ctx.now()
    },
    beforeDelete: (ctx, work, row) => removeContactTraces(work.tx, ctx.siteId, row.id),
  },
})

/** What contacts are called on the channels they use. */
export const contactIdentitiesResource = createResource<typeof ContactIdentity, IdentityRow>({
  entity: ContactIdentity,
  noun: 'contact identity',
  table: contactIdentities,
  audit,
  nameOf: (row) => `${row.type} ${row.value}`,
  newId: ({ tx }) => nextIdentityId(tx),
  unique: { contact_identities_value_key: 'value' },
  references: { contactId: 'Contact' },
  hooks: {
    async beforeCreate(_ctx, _work, row) {
      checkValue(row)
    },
    async beforeUpdate(ctx, work, row, next) {
      checkValue(next)
      await detachVisitor(ctx, work, row)
      await moveVisitors(ctx, work, row, next)
      if (next.contactId !== row.contactId) await touchContact(work.tx, ctx.siteId, row.contactId, ctx.now())
    },
    beforeDelete: detachVisitor,
    async afterWrite(ctx, work, row) {
      await attachVisitors(ctx, work, row)
      await touchContact(work.tx, ctx.siteId, row.contactId, ctx.now())
    },
  },
})

/** An identity of the type e-mail is an address. Blanks around a value are nobody's. */
function checkValue(row: IdentityRow): void {
  row.value = row.value.trim()
  if (row.type === 'email' && !isAddress(row.value)) throw invalid('value', 'must be an e-mail address')
}
