import { and, eq, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { agentAwayStatuses, agentPresences, agentShiftStatuses, agents, shifts } from '../../../db/schema/index.ts'

/** The place behind the last away status. */
export async function nextOrder(tx: Tx, siteId: SiteId): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`coalesce(max(${agentAwayStatuses.order}), 0)::int + 1` })
    .from(agentAwayStatuses)
    .where(eq(agentAwayStatuses.siteId, siteId))
  return row?.next ?? 1
}

/** Gives agents a status by its new name, also where their shifts asked for it; returns who has it. */
export async function renameStatus(tx: Tx, siteId: SiteId, from: string, to: string): Promise<number[]> {
  await tx
    .update(agentShiftStatuses)
    .set({ status: to })
    .where(and(eq(agentShiftStatuses.siteId, siteId), eq(agentShiftStatuses.status, from)))
  const rows = await tx
    .update(agentPresences)
    .set({ status: to })
    .where(and(eq(agentPresences.siteId, siteId), eq(agentPresences.status, from)))
    .returning({ agentId: agentPresences.agentId })
  return rows.map(({ agentId }) => agentId)
}

/** The name of a shift whose working hours use the status. */
export async function findShiftUsing(tx: Tx, siteId: SiteId, awayStatusId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ name: shifts.name })
    .from(shifts)
    .where(and(eq(shifts.siteId, siteId), sql`${shifts.workingHours} @> ${JSON.stringify([{ awayStatusId }])}::jsonb`))
    .limit(1)
  return row?.name
}

/** The e-mail address of an agent who has the status now. */
export async function findAgentWith(tx: Tx, siteId: SiteId, status: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ email: agents.email })
    .from(agentPresences)
    .innerJoin(agents, and(eq(agents.siteId, agentPresences.siteId), eq(agents.id, agentPresences.agentId)))
    .where(and(eq(agentPresences.siteId, siteId), eq(agentPresences.status, status)))
    .limit(1)
  return row?.email
}
