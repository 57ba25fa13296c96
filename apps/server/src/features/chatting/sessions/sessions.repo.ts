import { and, eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { sessions } from '../../../db/schema/index.ts'

export type SessionRow = typeof sessions.$inferSelect

/** A session, locked for a change of what it holds. */
export async function lockSession(db: Db, siteId: SiteId, id: string): Promise<SessionRow | undefined> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.siteId, siteId), eq(sessions.id, id)))
    .for('update')
  return row
}

/** Changes what a session holds. */
export async function updateSession(
  db: Db,
  siteId: SiteId,
  id: string,
  change: Partial<Omit<SessionRow, 'siteId' | 'id'>>,
): Promise<void> {
  await db
    .update(sessions)
    .set(change)
    .where(and(eq(sessions.siteId, siteId), eq(sessions.id, id)))
}
