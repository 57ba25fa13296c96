import { and, asc, desc, eq, gte, inArray, notExists, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { chats, conversionActions, conversions, customVariables } from '../../../db/schema/index.ts'

export type ActionRow = typeof conversionActions.$inferSelect

/** The conversion action of this name, in any case. */
export async function findActionByName(db: Db, siteId: SiteId, name: string): Promise<ActionRow | undefined> {
  const [row] = await db
    .select()
    .from(conversionActions)
    .where(and(eq(conversionActions.siteId, siteId), sql`lower(${conversionActions.name}) = lower(${name})`))
  return row
}

/** Whether the site defined a custom variable of this name, in any case; it keeps it until the transaction ends. */
export async function hasVariable(db: Db, siteId: SiteId, name: string): Promise<boolean> {
  const rows = await db
    .select({ id: customVariables.id })
    .from(customVariables)
    .where(and(eq(customVariables.siteId, siteId), sql`lower(${customVariables.name}) = lower(${name})`))
    .for('share')
  return rows.length > 0
}

/** Which of a visitor's answered chats a conversion belongs to. */
export interface ChatChoice {
  readonly visitorId: string
  readonly isFirst: boolean
  readonly since: Date | null
  readonly visitorMessages: number
}

export async function findConvertingChat(db: Db, siteId: SiteId, choice: ChatChoice): Promise<string | null> {
  const [row] = await db
    .select({ id: chats.id })
    .from(chats)
    .where(
      and(
        eq(chats.siteId, siteId),
        eq(chats.visitorId, choice.visitorId),
        eq(chats.status, 'normal'),
        gte(chats.visitorMessagesCount, choice.visitorMessages),
        choice.since ? gte(chats.requestedTime, choice.since) : undefined,
      ),
    )
    .orderBy(choice.isFirst ? asc(chats.requestedTime) : desc(chats.requestedTime))
    .limit(1)
  return row?.id ?? null
}

export async function insertConversion(db: Db, values: typeof conversions.$inferInsert): Promise<void> {
  await db.insert(conversions).values(values)
}

/** Keeps a conversion unless the session has one of the same action. */
export async function insertFirstConversion(db: Db, values: typeof conversions.$inferInsert): Promise<void> {
  await db
    .insert(conversions)
    .values({ ...values, isFirstOfSession: true })
    .onConflictDoNothing()
}

/** Enabled actions that pages and variables achieve and this session has not: each counts once in it. */
export async function listWatchedActions(db: Db, siteId: SiteId, sessionId: string): Promise<ActionRow[]> {
  const achieved = db
    .select({ one: sql`1` })
    .from(conversions)
    .where(
      and(
        eq(conversions.siteId, siteId),
        eq(conversions.sessionId, sessionId),
        eq(conversions.conversionActionId, conversionActions.id),
        conversions.isFirstOfSession,
      ),
    )
  return db
    .select()
    .from(conversionActions)
    .where(
      and(
        eq(conversionActions.siteId, siteId),
        eq(conversionActions.isEnable, true),
        inArray(conversionActions.type, ['url', 'customVariable']),
        notExists(achieved),
      ),
    )
}

/** Removes the conversions of an action that goes. */
export async function deleteConversions(tx: Tx, siteId: SiteId, conversionActionId: string): Promise<void> {
  await tx
    .delete(conversions)
    .where(and(eq(conversions.siteId, siteId), eq(conversions.conversionActionId, conversionActionId)))
}
