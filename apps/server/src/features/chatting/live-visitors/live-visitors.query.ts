import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { chats, sessions, visitors } from '../../../db/schema/index.ts'

/** What the API tells of a visit beyond what the monitor shows. */
export async function querySessionDetails(db: Db, siteId: SiteId, sessionIds: readonly string[]) {
  return db
    .select({
      session: getTableColumns(sessions),
      phone: visitors.phone,
      company: visitors.company,
      firstVisitTime: visitors.firstVisitTime,
    })
    .from(sessions)
    .innerJoin(visitors, and(eq(visitors.siteId, sessions.siteId), eq(visitors.id, sessions.visitorId)))
    .where(and(eq(sessions.siteId, siteId), inArray(sessions.id, [...sessionIds])))
}

/** The department and the form of some chats. */
export function queryChatDetails(db: Db, siteId: SiteId, chatIds: readonly string[]) {
  return db
    .select({ id: chats.id, departmentId: chats.departmentId, fields: chats.fields })
    .from(chats)
    .where(and(eq(chats.siteId, siteId), inArray(chats.id, [...chatIds])))
}
