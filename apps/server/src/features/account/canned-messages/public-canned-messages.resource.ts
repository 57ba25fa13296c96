import { PublicCannedMessage, PublicCannedMessageCategory } from '@parley/contract'
import { asc } from 'drizzle-orm'
import { publicCannedMessageCategories, publicCannedMessages } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { checkCategory, checkEmpty, checkPlace } from './canned-messages.rules.ts'

type CategoryRow = typeof publicCannedMessageCategories.$inferSelect & Row
type MessageRow = typeof publicCannedMessages.$inferSelect & Row

const audit = { category: 'globalSettings', actionType: 'cannedMessageManagement' } as const

/** The tree that public canned messages are sorted into. */
export const publicCannedMessageCategoriesResource = createResource<typeof PublicCannedMessageCategory, CategoryRow>({
  entity: PublicCannedMessageCategory,
  noun: 'public canned message category',
  table: publicCannedMessageCategories,
  audit,
  nameOf: (row) => row.name,
  hooks: {
    beforeCreate: (ctx, work, row) => checkCategory(work, { siteId: ctx.siteId }, 'parentId', row.parentId),
    async beforeUpdate(ctx, work, row, next) {
      if (next.parentId === row.parentId) return
      await checkCategory(work, { siteId: ctx.siteId }, 'parentId', next.parentId)
      await checkPlace(work, { siteId: ctx.siteId }, row.id, next.parentId)
    },
    beforeDelete: (ctx, work, row) => checkEmpty(work, { siteId: ctx.siteId }, row),
  },
})

/** What every agent of the site may send with a few keys. */
export const publicCannedMessagesResource = createResource<typeof PublicCannedMessage, MessageRow>({
  entity: PublicCannedMessage,
  noun: 'public canned message',
  table: publicCannedMessages,
  audit,
  nameOf: (row) => row.name,
  includes: {
    publicCannedMessageCategory: { entity: 'PublicCannedMessageCategory', ids: 'categoryId', into: 'category' },
  },
  orderBy: [asc(publicCannedMessages.name), asc(publicCannedMessages.id)],
  hooks: {
    beforeCreate: (ctx, work, row) => checkCategory(work, { siteId: ctx.siteId }, 'categoryId', row.categoryId),
    async beforeUpdate(ctx, work, row, next) {
      if (next.categoryId !== row.categoryId)
        await checkCategory(work, { siteId: ctx.siteId }, 'categoryId', next.categoryId)
    },
  },
})
