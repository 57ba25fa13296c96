import { and, eq, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { agentAwayStatuses, agentPresences, shifts } from '../../../db/schema/index.ts'

/** The place behind the last away status. */
export async function nextOrder(tx: Tx, siteId: SiteId): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`coalesce(max(${agentAwayStatuses.order}), 0)::int + 1` })
    .from(agentAwayStatuses)
    .where(eq(agentAwayStatuses.siteId, siteId))
  return row?.next ?? 1
}

/** Gives every agent who has the one status the other; returns whom. */
export async function replaceStatus(tx: Tx, siteId: SiteId, from: string, to: string): Promise<number[]> {
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
