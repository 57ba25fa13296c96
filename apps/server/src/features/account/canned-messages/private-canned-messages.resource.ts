import { PrivateCannedMessage, PrivateCannedMessageCategory } from '@parley/contract'
import { asc, eq } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { AgentContext, Context } from '../../../context.ts'
import { privateCannedMessageCategories, privateCannedMessages } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import type { Shelf } from './canned-messages.repo.ts'
import { checkCategory, checkEmpty, checkPlace } from './canned-messages.rules.ts'

type CategoryRow = typeof privateCannedMessageCategories.$inferSelect & Row
type MessageRow = typeof privateCannedMessages.$inferSelect & Row

const audit = { category: 'globalSettings', actionType: 'cannedMessageManagement' } as const

/** The shelf of the calling agent. */
export function ownShelf({ siteId, caller }: AgentContext): Shelf {
  return { siteId, ownerId: caller.agentId }
}

/** An agent's own rows. Visitors and jobs have none: person ids begin with 1. */
function isOwn(column: PgColumn) {
  return ({ caller }: Context) => eq(column, caller.kind === 'agent' ? caller.agentId : 0)
}

/** The tree that an agent sorts its own canned messages into. Nobody else sees it, administrators neither. */
export const privateCannedMessageCategoriesResource = createResource<typeof PrivateCannedMessageCategory, CategoryRow>({
  entity: PrivateCannedMessageCategory,
  noun: 'private canned message category',
  table: privateCannedMessageCategories,
  audit,
  nameOf: (row) => row.name,
  scope: isOwn(privateCannedMessageCategories.agentId),
  hooks: {
    async beforeCreate(ctx, work, row) {
      row.agentId = ctx.caller.agentId
      await checkCategory(work, ownShelf(ctx), 'parentId', row.parentId)
    },
    async beforeUpdate(ctx, work, row, next) {
      if (next.parentId === row.parentId) return
      await checkCategory(work, ownShelf(ctx), 'parentId', next.parentId)
      await checkPlace(work, ownShelf(ctx), row.id, next.parentId)
    },
    beforeDelete: (ctx, work, row) => checkEmpty(work, ownShelf(ctx), row),
  },
})

/** What one agent may send with a few keys. Nobody else sees it, administrators neither. */
export const privateCannedMessagesResource = createResource<typeof PrivateCannedMessage, MessageRow>({
  entity: PrivateCannedMessage,
  noun: 'private canned message',
  table: privateCannedMessages,
  audit,
  nameOf: (row) => row.name,
  scope: isOwn(privateCannedMessages.agentId),
  includes: {
    privateCannedMessageCategory: { entity: 'PrivateCannedMessageCategory', ids: 'categoryId', into: 'category' },
  },
  orderBy: [asc(privateCannedMessages.name), asc(privateCannedMessages.id)],
  hooks: {
    async beforeCreate(ctx, work, row) {
      row.agentId = ctx.caller.agentId
      await checkCategory(work, ownShelf(ctx), 'categoryId', row.categoryId)
    },
    async beforeUpdate(ctx, work, row, next) {
      if (next.categoryId !== row.categoryId) await checkCategory(work, ownShelf(ctx), 'categoryId', next.categoryId)
    },
  },
})
