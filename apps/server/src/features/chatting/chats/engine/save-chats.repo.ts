import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/db.ts'
import { agentPresences, chatAgents, chatEvents, chatOffers, chats } from '../../../../db/schema/index.ts'
import type { ChatRow } from './running-chats.repo.ts'

export type ChatColumns = Pick<
  ChatRow,
  | 'state'
  | 'status'
  | 'missedBy'
  | 'agentId'
  | 'answeredTime'
  | 'endedTime'
  | 'endedBy'
  | 'departmentId'
  | 'targetAgentId'
  | 'isQueued'
  | 'transfers'
  | 'offlineMessageId'
>

export type EventRow = typeof chatEvents.$inferSelect
export type NewEventRow = typeof chatEvents.$inferInsert

/** Saves a chat and reserves numbers for so many events; returns the last number used before them. */
export async function saveChat(
  db: Db,
  siteId: number,
  chatId: string,
  { columns, events }: { columns: ChatColumns; events: number },
): Promise<number> {
  const [row] = await db
    .update(chats)
    .set({ ...columns, lastSeq: sql`${chats.lastSeq} + ${events}::int` })
    .where(and(eq(chats.siteId, siteId), eq(chats.id, chatId)))
    .returning({ lastSeq: chats.lastSeq })
  if (!row) throw new Error('the chat is not there any more')
  return row.lastSeq - events
}

export async function insertEvents(db: Db, rows: readonly NewEventRow[]): Promise<void> {
  if (rows.length) await db.insert(chatEvents).values([...rows])
}

export async function upsertOffers(db: Db, rows: readonly (typeof chatOffers.$inferInsert)[]): Promise<void> {
  if (!rows.length) return
  await db
    .insert(chatOffers)
    .values([...rows])
    .onConflictDoUpdate({
      target: [chatOffers.siteId, chatOffers.chatId, chatOffers.agentId],
      set: {
        offeredTime: sql`excluded.offered_time`,
        expiresTime: sql`excluded.expires_time`,
        answer: sql`excluded.answer`,
        answeredTime: sql`excluded.answered_time`,
      },
    })
}

/** The agent is in the chat from now on. */
export async function insertChatAgents(db: Db, rows: readonly (typeof chatAgents.$inferInsert)[]): Promise<void> {
  if (!rows.length) return
  await db
    .insert(chatAgents)
    .values([...rows])
    .onConflictDoUpdate({ target: [chatAgents.siteId, chatAgents.chatId, chatAgents.agentId], set: { leftTime: null } })
}

export async function closeChatAgent(
  db: Db,
  siteId: number,
  { chatId, agentId, now }: { chatId: string; agentId: number; now: Date },
): Promise<void> {
  await db
    .update(chatAgents)
    .set({ leftTime: now })
    .where(
      and(
        eq(chatAgents.siteId, siteId),
        eq(chatAgents.chatId, chatId),
        eq(chatAgents.agentId, agentId),
        isNull(chatAgents.leftTime),
      ),
    )
}

export async function noteAllocation(db: Db, siteId: number, agentId: number, time: Date): Promise<void> {
  await db
    .update(agentPresences)
    .set({ lastAllocatedTime: time })
    .where(and(eq(agentPresences.siteId, siteId), eq(agentPresences.agentId, agentId)))
}

export async function noteChatEnds(db: Db, siteId: number, agentIds: readonly number[], time: Date): Promise<void> {
  if (!agentIds.length) return
  await db
    .update(agentPresences)
    .set({ lastChatEndedTime: time })
    .where(and(eq(agentPresences.siteId, siteId), inArray(agentPresences.agentId, [...agentIds])))
}
