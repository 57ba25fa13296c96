import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import { agentConnections, agentPresences, agents } from '../../../db/schema/index.ts'

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

/** Connections, of any site, that are still there. */
export async function markSeen(db: Db, connectionIds: readonly string[], now: Date): Promise<void> {
  await db
    .update(agentConnections)
    .set({ seenTime: now })
    .where(inArray(agentConnections.connectionId, [...connectionIds]))
}

/** Removes connections of all sites that have been silent since; returns whose they were. */
export async function deleteSilent(db: Db, since: Date): Promise<{ siteId: number; agentId: number }[]> {
  return db
    .delete(agentConnections)
    .where(lt(agentConnections.seenTime, since))
    .returning({ siteId: agentConnections.siteId, agentId: agentConnections.agentId })
}

/** Agents of all sites who are Online or Away although the last connection was lost by then. */
export async function listGone(db: Db, by: Date): Promise<{ siteId: number; agentId: number }[]> {
  return db
    .select({ siteId: agentPresences.siteId, agentId: agentPresences.agentId })
    .from(agentPresences)
    .where(and(lt(agentPresences.goneTime, by), sql`${agentPresences.status} <> 'Offline'`))
}

/** Agents who are not Offline, have no connection and are not known to have lost it: their process was killed. */
export async function listUnconnected(db: Db): Promise<{ siteId: number; agentId: number }[]> {
  return db
    .select({ siteId: agentPresences.siteId, agentId: agentPresences.agentId })
    .from(agentPresences)
    .where(
      and(
        isNull(agentPresences.goneTime),
        sql`${agentPresences.status} <> 'Offline'`,
        sql`not exists (select from ${agentConnections} c
          where c.site_id = ${agentPresences.siteId} and c.agent_id = ${agentPresences.agentId})`,
      ),
    )
}
