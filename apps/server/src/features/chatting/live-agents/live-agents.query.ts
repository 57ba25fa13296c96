import { and, asc, eq, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { agentPresences, agents } from '../../../db/schema/index.ts'

export interface LiveAgentRow {
  readonly id: number
  readonly status: string
  readonly ongoingChats: number
}

/** Agents with their status and the chats they are in; with `agentId` only this one. */
export function queryLiveAgents(db: Db, siteId: SiteId, agentId?: number): Promise<LiveAgentRow[]> {
  return db
    .select({
      id: agents.id,
      status: sql<string>`coalesce(${agentPresences.status}, 'Offline')`,
      ongoingChats: sql<number>`(
        select count(*)::int from chats c
        join chat_agents x on x.site_id = c.site_id and x.chat_id = c.id
        where c.site_id = ${agents.siteId} and c.state = 'active'
          and x.agent_id = ${agents.id} and x.left_time is null)`,
    })
    .from(agents)
    .leftJoin(agentPresences, and(eq(agentPresences.siteId, agents.siteId), eq(agentPresences.agentId, agents.id)))
    .where(and(eq(agents.siteId, siteId), agentId === undefined ? undefined : eq(agents.id, agentId)))
    .orderBy(asc(agents.id))
}
