import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import { agentAwayStatuses, agentConnections, agentPresences, agents, chats } from '../../../db/schema/index.ts'

/** Which agent, of which site. */
export interface AgentKey {
  readonly siteId: number
  readonly agentId: number
}

export type PresenceRow = typeof agentPresences.$inferSelect

export async function isActiveAgent(db: Db, siteId: number, agentId: number): Promise<boolean> {
  const rows = await db
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.siteId, siteId), eq(agents.id, agentId), eq(agents.isActive, true)))
  return rows.length > 0
}

export async function findPresence(db: Db, siteId: number, agentId: number): Promise<PresenceRow | undefined> {
  const [row] = await db
    .select()
    .from(agentPresences)
    .where(and(eq(agentPresences.siteId, siteId), eq(agentPresences.agentId, agentId)))
  return row
}

/** The site's away status of this name as the site spells it. It stays until the transaction ends. */
export async function findAwayStatus(db: Db, siteId: number, name: string): Promise<string | undefined> {
  const [row] = await db
    .select({ name: agentAwayStatuses.name })
    .from(agentAwayStatuses)
    .where(and(eq(agentAwayStatuses.siteId, siteId), sql`lower(${agentAwayStatuses.name}) = lower(${name})`))
    .for('share')
  return row?.name
}

/** Sets a status; `onlineSince` is left alone unless given. */
export async function upsertStatus(
  db: Db,
  siteId: number,
  change: { agentId: number; status: string; statusTime: Date; onlineSince?: Date },
): Promise<void> {
  const { agentId, ...set } = change
  await db
    .insert(agentPresences)
    .values({ siteId, agentId, ...set })
    .onConflictDoUpdate({ target: [agentPresences.siteId, agentPresences.agentId], set })
}

/** Since when the agent has no connection; null: there is one. */
export async function setGoneTime(
  db: Db,
  siteId: number,
  change: { agentIds: readonly number[]; goneTime: Date | null },
): Promise<void> {
  await db
    .update(agentPresences)
    .set({ goneTime: change.goneTime })
    .where(and(eq(agentPresences.siteId, siteId), inArray(agentPresences.agentId, [...change.agentIds])))
}

export async function upsertConnection(
  db: Db,
  siteId: number,
  connection: { agentId: number; connectionId: string; seenTime: Date },
): Promise<void> {
  await db
    .insert(agentConnections)
    .values({ siteId, ...connection })
    .onConflictDoUpdate({
      target: [agentConnections.siteId, agentConnections.agentId, agentConnections.connectionId],
      set: { seenTime: connection.seenTime },
    })
}

export async function deleteConnection(
  db: Db,
  siteId: number,
  connection: { agentId: number; connectionId: string },
): Promise<void> {
  await db
    .delete(agentConnections)
    .where(
      and(
        eq(agentConnections.siteId, siteId),
        eq(agentConnections.agentId, connection.agentId),
        eq(agentConnections.connectionId, connection.connectionId),
      ),
    )
}

export async function countConnections(db: Db, siteId: number, agentId: number): Promise<number> {
  return (
    await db
      .select({ id: agentConnections.connectionId })
      .from(agentConnections)
      .where(and(eq(agentConnections.siteId, siteId), eq(agentConnections.agentId, agentId)))
  ).length
}

/** Says that these connections, of any sites, are there; one that was taken for dead is there again. */
export async function markSeen(
  db: Db,
  connections: readonly { siteId: number; agentId: number; connectionId: string }[],
  now: Date,
): Promise<void> {
  await db
    .insert(agentConnections)
    .values(connections.map((connection) => ({ ...connection, seenTime: now })))
    .onConflictDoUpdate({
      target: [agentConnections.siteId, agentConnections.agentId, agentConnections.connectionId],
      set: { seenTime: now },
    })
}

/** Removes connections of all sites that have been silent since; returns whose they were. */
export async function deleteSilent(db: Db, since: Date): Promise<AgentKey[]> {
  return db
    .delete(agentConnections)
    .where(lt(agentConnections.seenTime, since))
    .returning({ siteId: agentConnections.siteId, agentId: agentConnections.agentId })
}

/** Agents of all sites whose last connection was lost by then and who are not Offline. */
export async function listGone(db: Db, by: Date): Promise<AgentKey[]> {
  return db
    .select({ siteId: agentPresences.siteId, agentId: agentPresences.agentId })
    .from(agentPresences)
    .where(and(lt(agentPresences.goneTime, by), ne(agentPresences.status, 'Offline')))
}

/** Agents of all sites whose last connection was lost by then and who still have chats. */
export async function listLost(db: Db, by: Date): Promise<AgentKey[]> {
  return db
    .selectDistinct({ siteId: agentPresences.siteId, agentId: agentPresences.agentId })
    .from(agentPresences)
    .innerJoin(chats, and(eq(chats.siteId, agentPresences.siteId), eq(chats.agentId, agentPresences.agentId)))
    .where(and(lt(agentPresences.goneTime, by), eq(chats.state, 'active')))
}
