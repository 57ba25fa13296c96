import { and, asc, desc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/db.ts'
import { chatOffers, chats, departments, visitors } from '../../../../db/schema/index.ts'

export type ChatRow = typeof chats.$inferSelect
export type NewChatRow = typeof chats.$inferInsert
export type OfferRow = typeof chatOffers.$inferSelect

/** Any number, as long as every process takes the same: the lock of a site's running chats. */
const SITE_LOCK = 4_000_188

/** Waits until no other transaction changes the state of the site's chats, and keeps it so until this one ends. */
export async function lockSite(db: Db, siteId: number): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${SITE_LOCK}::int, ${siteId}::int)`)
}

export async function findChat(db: Db, siteId: number, chatId: string): Promise<ChatRow | undefined> {
  const [row] = await db
    .select()
    .from(chats)
    .where(and(eq(chats.siteId, siteId), eq(chats.id, chatId)))
  return row
}

/** The chat a visitor asked for with this id, or else the one that runs. */
export async function findRequested(
  db: Db,
  siteId: number,
  visitorId: string,
  clientRequestId: string,
): Promise<ChatRow | undefined> {
  const isSame = eq(chats.clientRequestId, clientRequestId)
  const [row] = await db
    .select()
    .from(chats)
    .where(and(eq(chats.siteId, siteId), eq(chats.visitorId, visitorId), or(isSame, ne(chats.state, 'ended'))))
    .orderBy(desc(isSame), desc(chats.requestedTime))
    .limit(1)
  return row
}

export async function findRunningOfVisitor(db: Db, siteId: number, visitorId: string): Promise<ChatRow | undefined> {
  const [row] = await db
    .select()
    .from(chats)
    .where(and(eq(chats.siteId, siteId), eq(chats.visitorId, visitorId), ne(chats.state, 'ended')))
    .orderBy(desc(chats.requestedTime))
    .limit(1)
  return row
}

/** Unanswered chats in the order in which they are to be answered. */
export async function listUnanswered(db: Db, siteId: number): Promise<ChatRow[]> {
  return db
    .select()
    .from(chats)
    .where(and(eq(chats.siteId, siteId), inArray(chats.state, ['waiting', 'offered'])))
    .orderBy(desc(chats.priority), asc(chats.requestedTime), asc(chats.id))
}

export async function listActiveOfAgent(db: Db, siteId: number, agentId: number): Promise<ChatRow[]> {
  return db
    .select()
    .from(chats)
    .where(and(eq(chats.siteId, siteId), eq(chats.agentId, agentId), eq(chats.state, 'active')))
    .orderBy(asc(chats.id))
}

export async function listOffers(db: Db, siteId: number, chatIds: readonly string[]): Promise<OfferRow[]> {
  if (!chatIds.length) return []
  return db
    .select()
    .from(chatOffers)
    .where(and(eq(chatOffers.siteId, siteId), inArray(chatOffers.chatId, [...chatIds])))
    .orderBy(asc(chatOffers.offeredTime), asc(chatOffers.agentId))
}

/** The ids of unanswered chats that an agent is asked to accept. */
export async function listOfferedTo(db: Db, siteId: number, agentId: number): Promise<string[]> {
  const rows = await db
    .select({ chatId: chatOffers.chatId })
    .from(chatOffers)
    .where(and(eq(chatOffers.siteId, siteId), eq(chatOffers.agentId, agentId), sql`${chatOffers.answer} is null`))
  return rows.map((row) => row.chatId)
}

/** Who chatted with the visitor last. */
export async function findLastAgent(db: Db, siteId: number, visitorId: string): Promise<number | null> {
  const [row] = await db
    .select({ agentId: chats.agentId })
    .from(chats)
    .where(
      and(
        eq(chats.siteId, siteId),
        eq(chats.visitorId, visitorId),
        eq(chats.status, 'normal'),
        isNotNull(chats.agentId),
      ),
    )
    .orderBy(desc(chats.requestedTime))
    .limit(1)
  return row?.agentId ?? null
}

/** The visitor has one more chat, and may have said who it is. Returns what is known then. */
export async function noteChatOfVisitor(
  db: Db,
  siteId: number,
  visitorId: string,
  said: { name: string | null; email: string | null; phone: string | null; company: string | null },
) {
  const [row] = await db
    .update(visitors)
    .set({
      chats: sql`${visitors.chats} + 1`,
      name: sql`coalesce(${said.name}::text, ${visitors.name})`,
      email: sql`coalesce(${said.email}::text, ${visitors.email})`,
      phone: sql`coalesce(${said.phone}::text, ${visitors.phone})`,
      company: sql`coalesce(${said.company}::text, ${visitors.company})`,
    })
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, visitorId)))
    .returning({ name: visitors.name, email: visitors.email, phone: visitors.phone, company: visitors.company })
  return row
}

/** A department's name and whether visitors may choose it. */
export async function findDepartment(db: Db, siteId: number, departmentId: string) {
  const [row] = await db
    .select({ name: departments.name, isAvailableInChat: departments.isAvailableInChat })
    .from(departments)
    .where(and(eq(departments.siteId, siteId), eq(departments.id, departmentId)))
  return row
}

export async function insertChat(db: Db, values: NewChatRow): Promise<ChatRow> {
  const [row] = await db.insert(chats).values(values).returning()
  if (!row) throw new Error('the chat was not stored')
  return row
}

export async function findChats(db: Db, siteId: number, chatIds: readonly string[]): Promise<ChatRow[]> {
  if (!chatIds.length) return []
  return db
    .select()
    .from(chats)
    .where(and(eq(chats.siteId, siteId), inArray(chats.id, [...chatIds])))
}
