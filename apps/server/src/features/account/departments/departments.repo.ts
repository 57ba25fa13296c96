import { and, eq, inArray, ne } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { chats, departmentDistributions } from '../../../db/schema/index.ts'

/** Takes a department out of what refers to it: running chats go to the whole site, its distribution rules go. */
export async function clearDepartment(tx: Tx, siteId: SiteId, departmentId: string): Promise<void> {
  // in the order of their ids, as everybody locks chats
  const running = await tx
    .select({ id: chats.id })
    .from(chats)
    .where(and(eq(chats.siteId, siteId), eq(chats.departmentId, departmentId), ne(chats.state, 'ended')))
    .orderBy(chats.id)
    .for('no key update')
  const ids = running.map(({ id }) => id)
  if (ids.length)
    await tx
      .update(chats)
      .set({ departmentId: null })
      .where(and(eq(chats.siteId, siteId), inArray(chats.id, ids)))
  const rules = departmentDistributions
  await tx.delete(rules).where(and(eq(rules.siteId, siteId), eq(rules.departmentId, departmentId)))
  await tx
    .update(rules)
    .set({ backupDepartmentId: null })
    .where(and(eq(rules.siteId, siteId), eq(rules.backupDepartmentId, departmentId)))
}
