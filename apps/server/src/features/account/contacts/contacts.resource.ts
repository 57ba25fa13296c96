import { Contact, ContactIdentity, type Output } from '@parley/contract'
import { contactIdentities, contacts } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { nextPersonId } from '../agents/agents.repo.ts'
import { nextIdentityId, removeContactTraces, touchContact } from './contacts.repo.ts'

type ContactRow = typeof contacts.$inferSelect & Row
type IdentityRow = typeof contactIdentities.$inferSelect & Row
export type ContactView = Output<typeof Contact>

const audit = { category: 'globalSettings', actionType: 'customerAccountsManagement' } as const

/** People whom the site knows. */
export const contactsResource = createResource<typeof Contact, ContactRow>({
  entity: Contact,
  noun: 'contact',
  table: contacts,
  audit,
  nameOf: (row) => row.name,
  newId: ({ tx }) => nextPersonId(tx),
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
  references: { contactId: 'Contact' },
  hooks: {
    async beforeCreate(_ctx, _work, row) {
      checkAddress(row)
    },
    async beforeUpdate(ctx, work, row, next) {
      checkAddress(next)
      if (next.contactId !== row.contactId) await touchContact(work.tx, ctx.siteId, row.contactId, ctx.now())
    },
    afterWrite: (ctx, work, row) => touchContact(work.tx, ctx.siteId, row.contactId, ctx.now()),
  },
})

/** An identity of the type e-mail is an address. */
function checkAddress({ type, value }: IdentityRow): void {
  if (type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) throw invalid('value', 'must be an e-mail address')
}
