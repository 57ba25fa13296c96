import { and, eq, ne } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { chats, departmentDistributions } from '../../../db/schema/index.ts'

/** Takes a department out of what refers to it: running chats go to the whole site, its distribution rules go. */
export async function clearDepartment(tx: Tx, siteId: SiteId, departmentId: string): Promise<void> {
  await tx
    .update(chats)
    .set({ departmentId: null })
    .where(and(eq(chats.siteId, siteId), eq(chats.departmentId, departmentId), ne(chats.state, 'ended')))
  const rules = departmentDistributions
  await tx.delete(rules).where(and(eq(rules.siteId, siteId), eq(rules.departmentId, departmentId)))
  await tx
    .update(rules)
    .set({ backupDepartmentId: null })
    .where(and(eq(rules.siteId, siteId), eq(rules.backupDepartmentId, departmentId)))
}
