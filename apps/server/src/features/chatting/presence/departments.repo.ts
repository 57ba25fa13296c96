import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import { departments } from '../../../db/schema/index.ts'

/** The departments visitors can chat with, by name. */
export async function listChatDepartments(db: Db, siteId: number): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(and(eq(departments.siteId, siteId), eq(departments.isAvailableInChat, true)))
    .orderBy(asc(departments.name), asc(departments.id))
}
