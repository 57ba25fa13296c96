import type { AutoInvitation } from '@parley/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { autoInvitations } from '../../../db/schema/index.ts'
import { bodyToRow } from '../../../kit/rows.ts'

type Row = typeof autoInvitations.$inferSelect

/** A campaign's automatic invitations, kept as they are until the transaction ends. */
export async function listInvitations(tx: Tx, siteId: SiteId, campaignId: string): Promise<Row[]> {
  return tx
    .select()
    .from(autoInvitations)
    .where(and(eq(autoInvitations.siteId, siteId), eq(autoInvitations.campaignId, campaignId)))
    .orderBy(autoInvitations.order, autoInvitations.id)
    .for('update')
}

/** The columns that an invitation sets; what it leaves out is as in a new one. */
export function columnsOf(entity: typeof AutoInvitation, body: object): Record<string, unknown> {
  return bodyToRow(entity, autoInvitations, body, { fillDefaults: true })
}

/** Adds an invitation, or changes all of one there is. */
export async function putInvitation(tx: Tx, row: typeof autoInvitations.$inferInsert): Promise<void> {
  await tx
    .insert(autoInvitations)
    .values(row)
    .onConflictDoUpdate({ target: [autoInvitations.siteId, autoInvitations.id], set: row })
}

export async function deleteInvitations(tx: Tx, siteId: SiteId, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await tx.delete(autoInvitations).where(and(eq(autoInvitations.siteId, siteId), inArray(autoInvitations.id, [...ids])))
}
