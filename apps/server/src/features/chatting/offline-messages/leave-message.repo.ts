import { and, eq } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import { departments, offlineMessages } from '../../../db/schema/index.ts'

/** The message a visitor left with this id. */
export async function findLeft(
  db: Db,
  siteId: number,
  visitorId: string,
  clientMessageId: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ id: offlineMessages.id })
    .from(offlineMessages)
    .where(
      and(
        eq(offlineMessages.siteId, siteId),
        eq(offlineMessages.visitorId, visitorId),
        eq(offlineMessages.clientMessageId, clientMessageId),
      ),
    )
  return row?.id
}

export async function insertOfflineMessage(db: Db, values: typeof offlineMessages.$inferInsert): Promise<void> {
  await db.insert(offlineMessages).values(values)
}

export async function hasDepartment(db: Db, siteId: number, departmentId: string): Promise<boolean> {
  const rows = await db
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.siteId, siteId), eq(departments.id, departmentId)))
  return rows.length > 0
}
