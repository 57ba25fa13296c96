import { and, asc, eq, gt, ne } from 'drizzle-orm'
import type { Db } from '../../../../db/db.ts'
import { chatEvents } from '../../../../db/schema/index.ts'
import type { EventRow } from '../engine/save-chats.repo.ts'

/** A chat's log after a number, in order. */
export async function listChatEvents(
  db: Db,
  siteId: number,
  { chatId, afterSeq, withNotes }: { chatId: string; afterSeq: number; withNotes: boolean },
): Promise<EventRow[]> {
  return db
    .select()
    .from(chatEvents)
    .where(
      and(
        eq(chatEvents.siteId, siteId),
        eq(chatEvents.chatId, chatId),
        gt(chatEvents.seq, afterSeq),
        withNotes ? undefined : ne(chatEvents.type, 'note'),
      ),
    )
    .orderBy(asc(chatEvents.seq))
}
