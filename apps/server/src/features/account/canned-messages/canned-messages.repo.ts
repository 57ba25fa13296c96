import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { AgentId, SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import {
  privateCannedMessageCategories,
  privateCannedMessages,
  publicCannedMessageCategories,
  publicCannedMessages,
} from '../../../db/schema/index.ts'

/** The messages everybody uses, or those of one agent. */
export type Shelf = { readonly siteId: SiteId; readonly ownerId?: AgentId }

type CategoryTable = typeof publicCannedMessageCategories | typeof privateCannedMessageCategories
type MessageTable = typeof publicCannedMessages | typeof privateCannedMessages

/** Whether the category exists; it stays until the transaction ends. */
export async function holdCategory(tx: Tx, shelf: Shelf, id: string): Promise<boolean> {
  const table = categoriesOf(shelf)
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(onShelf(table, shelf), eq(table.id, id)))
    .for('share')
  return rows.length > 0
}

/** Every category with the one above it. */
export async function listParents(tx: Tx, shelf: Shelf): Promise<Map<string, string>> {
  const table = categoriesOf(shelf)
  const rows = await tx.select({ id: table.id, parentId: table.parentId }).from(table).where(onShelf(table, shelf))
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}

/** Whether a message is in the category, or a category below it. */
export async function isCategoryUsed(tx: Tx, shelf: Shelf, id: string): Promise<boolean> {
  const categories = categoriesOf(shelf)
  const messages: MessageTable = shelf.ownerId === undefined ? publicCannedMessages : privateCannedMessages
  const [below, inside] = await Promise.all([
    tx
      .select({ id: categories.id })
      .from(categories)
      .where(and(eq(categories.siteId, shelf.siteId), eq(categories.parentId, id)))
      .limit(1),
    tx
      .select({ id: messages.id })
      .from(messages)
      .where(and(eq(messages.siteId, shelf.siteId), eq(messages.categoryId, id)))
      .limit(1),
  ])
  return below.length + inside.length > 0
}

/** Appends to the questions a message answers, without those it has; one statement, so that none is lost. */
export async function addQuestions(tx: Tx, shelf: Shelf, id: string, questions: readonly string[]): Promise<void> {
  const table: MessageTable = shelf.ownerId === undefined ? publicCannedMessages : privateCannedMessages
  const added = JSON.stringify([...new Set(questions)])
  await tx
    .update(table)
    .set({
      similarQuestions: sql`${table.similarQuestions} || coalesce((
        select jsonb_agg(q.value order by q.place) from jsonb_array_elements(${added}::jsonb) with ordinality q(value, place)
        where not ${table.similarQuestions} @> jsonb_build_array(q.value)), '[]')`,
    })
    .where(and(eq(table.siteId, shelf.siteId), eq(table.id, id)))
}

function categoriesOf({ ownerId }: Shelf): CategoryTable {
  return ownerId === undefined ? publicCannedMessageCategories : privateCannedMessageCategories
}

function onShelf(table: CategoryTable, { siteId, ownerId }: Shelf): SQL | undefined {
  const owned = 'agentId' in table && ownerId !== undefined ? eq(table.agentId, ownerId) : undefined
  return and(eq(table.siteId, siteId), owned)
}
