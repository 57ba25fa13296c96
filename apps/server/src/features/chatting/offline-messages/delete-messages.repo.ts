import { and, eq, inArray } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { chats, offlineMessages } from '../../../db/schema/index.ts'

/** Removes messages, also from the chats whose visitors left them; returns the ids of those that were there. */
export async function deleteMessageRows(tx: Tx, siteId: SiteId, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .delete(offlineMessages)
    .where(and(eq(offlineMessages.siteId, siteId), inArray(offlineMessages.id, [...ids])))
    .returning({ id: offlineMessages.id, visitorId: offlineMessages.visitorId })
  const visitorIds = rows.map((row) => row.visitorId)
  if (rows.length)
    await tx
      .update(chats)
      .set({ offlineMessageId: null })
      .where(
        and(eq(chats.siteId, siteId), inArray(chats.visitorId, visitorIds), inArray(chats.offlineMessageId, [...ids])),
      )
  return rows.map((row) => row.id)
}
