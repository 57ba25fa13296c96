import { and, eq } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import { chatAgents, chats } from '../../../db/schema/index.ts'
import type { ChatRow } from './engine/running-chats.repo.ts'

export async function saveRating(
  db: Db,
  siteId: number,
  chatId: string,
  rating: Pick<ChatRow, 'ratingGrade' | 'ratingComment' | 'ratingTime'>,
): Promise<void> {
  await db
    .update(chats)
    .set(rating)
    .where(and(eq(chats.siteId, siteId), eq(chats.id, chatId)))
}

export async function saveWrapUp(
  db: Db,
  siteId: number,
  chatId: string,
  wrapUp: Partial<
    Pick<ChatRow, 'wrapUpCategoryId' | 'wrapUpComment' | 'wrapUpFields' | 'wrapUpTime' | 'wrapUpAgentId'>
  >,
): Promise<void> {
  await db
    .update(chats)
    .set(wrapUp)
    .where(and(eq(chats.siteId, siteId), eq(chats.id, chatId)))
}

/** Whether the agent is or was in the chat. */
export async function wasInChat(db: Db, siteId: number, chatId: string, agentId: number): Promise<boolean> {
  const rows = await db
    .select({ agentId: chatAgents.agentId })
    .from(chatAgents)
    .where(and(eq(chatAgents.siteId, siteId), eq(chatAgents.chatId, chatId), eq(chatAgents.agentId, agentId)))
  return rows.length > 0
}
