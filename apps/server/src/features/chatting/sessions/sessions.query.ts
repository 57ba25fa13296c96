import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { sessions, visitors } from '../../../db/schema/index.ts'
import type { SessionRow } from './sessions.repo.ts'

/** A session, and which known person its visitor is. */
export type SessionOfContact = SessionRow & { readonly contactId: number | null }

/** Some sessions; those that are not there are left out. */
export function listSessionsByIds(db: Db, siteId: SiteId, ids: readonly string[]): Promise<SessionOfContact[]> {
  return db
    .select({ ...getTableColumns(sessions), contactId: visitors.contactId })
    .from(sessions)
    .leftJoin(visitors, and(eq(visitors.siteId, sessions.siteId), eq(visitors.id, sessions.visitorId)))
    .where(and(eq(sessions.siteId, siteId), inArray(sessions.id, [...ids])))
}
