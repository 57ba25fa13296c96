import { and, asc, eq, inArray } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { chatAgents, chatEvents, chatOffers, chats, chatWords } from '../../../db/schema/index.ts'

/** Chats with the state they are in, locked in the order of their ids. */
export function lockChats(tx: Tx, siteId: SiteId, ids: readonly string[]) {
  return tx
    .select({ id: chats.id, state: chats.state })
    .from(chats)
    .where(and(eq(chats.siteId, siteId), inArray(chats.id, [...ids])))
    .orderBy(asc(chats.id))
    .for('update')
}

/** Removes chats and everything that hangs on them; what reports counted stays counted. */
export async function deleteChatRows(tx: Tx, siteId: SiteId, ids: readonly string[]): Promise<void> {
  for (const table of [chatEvents, chatAgents, chatOffers, chatWords])
    await tx.delete(table).where(and(eq(table.siteId, siteId), inArray(table.chatId, [...ids])))
  await tx.delete(chats).where(and(eq(chats.siteId, siteId), inArray(chats.id, [...ids])))
}
