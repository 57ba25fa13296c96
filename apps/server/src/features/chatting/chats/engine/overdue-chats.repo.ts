import { and, eq, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import type { Db } from '../../../../db/db.ts'
import { chatOffers, chats, sessions } from '../../../../db/schema/index.ts'

/** Offers of all sites that should have gone on to the next agent by then. */
export async function listOverdueOffers(db: Db, by: Date) {
  return db
    .select({ siteId: chatOffers.siteId, chatId: chatOffers.chatId, agentId: chatOffers.agentId })
    .from(chatOffers)
    .where(and(isNull(chatOffers.answer), lt(chatOffers.expiresTime, by)))
}

/** Chats of all sites that run although the visit has ended. */
export async function listWithoutVisitor(db: Db) {
  return db
    .select({ siteId: chats.siteId, chatId: chats.id })
    .from(chats)
    .innerJoin(sessions, and(eq(sessions.siteId, chats.siteId), eq(sessions.id, chats.sessionId)))
    .where(and(ne(chats.state, 'ended'), isNotNull(sessions.endTime)))
}
