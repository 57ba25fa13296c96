import { and, asc, eq, getTableColumns, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/db.ts'
import { agents, chatAgents, chatOffers, chats } from '../../../../db/schema/index.ts'
import type { ChatRow } from '../engine/running-chats.repo.ts'

/** A chat with the agents in it and those who are asked to take it. */
export interface SummaryRow extends ChatRow {
  readonly agentName: string | null
  readonly agentIds: number[]
  readonly offeredTo: number[]
}

const agentIds = sql<number[]>`array(
  select x.agent_id from ${chatAgents} x
  where x.site_id = ${chats.siteId} and x.chat_id = ${chats.id} and x.left_time is null
  order by x.joined_time, x.agent_id)`

const offeredTo = sql<number[]>`array(
  select x.agent_id from ${chatOffers} x
  where x.site_id = ${chats.siteId} and x.chat_id = ${chats.id} and x.answer is null and ${chats.state} = 'offered'
  order by x.agent_id)`

function select(db: Db, siteId: number, where: SQL | undefined): Promise<SummaryRow[]> {
  return db
    .select({
      ...getTableColumns(chats),
      agentName: sql<string | null>`coalesce(nullif(${agents.displayName}, ''), ${agents.firstName})`,
      agentIds,
      offeredTo,
    })
    .from(chats)
    .leftJoin(agents, and(eq(agents.siteId, chats.siteId), eq(agents.id, chats.agentId)))
    .where(and(eq(chats.siteId, siteId), where))
    .orderBy(asc(chats.requestedTime), asc(chats.id))
}

export async function listSummaries(db: Db, siteId: number, chatIds: readonly string[]): Promise<SummaryRow[]> {
  return chatIds.length ? select(db, siteId, inArray(chats.id, [...chatIds])) : []
}

export async function findSummary(db: Db, siteId: number, chatId: string): Promise<SummaryRow | undefined> {
  const [row] = await select(db, siteId, eq(chats.id, chatId))
  return row
}

/** Chats an agent is in, and those the agent is asked to take. */
export async function listSummariesOfAgent(db: Db, siteId: number, agentId: number): Promise<SummaryRow[]> {
  const isIn = sql`exists (
    select from ${chatAgents} x where x.site_id = ${chats.siteId} and x.chat_id = ${chats.id}
      and x.agent_id = ${agentId} and x.left_time is null)`
  const isAsked = sql`exists (
    select from ${chatOffers} x where x.site_id = ${chats.siteId} and x.chat_id = ${chats.id}
      and x.agent_id = ${agentId} and x.answer is null)`
  return select(db, siteId, or(and(eq(chats.state, 'active'), isIn), and(eq(chats.state, 'offered'), isAsked)))
}

export async function listRunningSummaries(db: Db, siteId: number): Promise<SummaryRow[]> {
  return select(db, siteId, ne(chats.state, 'ended'))
}
