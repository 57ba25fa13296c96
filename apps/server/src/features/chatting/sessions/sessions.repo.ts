import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { pageViews, sessions } from '../../../db/schema/index.ts'

export type SessionRow = typeof sessions.$inferSelect
export type NewSession = Omit<typeof sessions.$inferInsert, 'siteId'>

/** The visitor's latest session that has not ended and was seen after `seenAfter`. */
export async function findOpenSession(
  db: Db,
  siteId: SiteId,
  { visitorId, seenAfter }: { visitorId: string; seenAfter: Date },
): Promise<SessionRow | undefined> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.siteId, siteId),
        eq(sessions.visitorId, visitorId),
        isNull(sessions.endTime),
        gt(sessions.lastSeenTime, seenAfter),
      ),
    )
    .orderBy(desc(sessions.startTime))
    .limit(1)
  return row
}

export async function insertSession(db: Db, siteId: SiteId, session: NewSession): Promise<void> {
  await db.insert(sessions).values({ ...session, siteId })
}

export async function updateSession(db: Db, siteId: SiteId, id: string, change: Partial<NewSession>): Promise<void> {
  await db
    .update(sessions)
    .set(change)
    .where(and(eq(sessions.siteId, siteId), eq(sessions.id, id)))
}

/** A session, locked for a change of what it holds. */
export async function lockSession(db: Db, siteId: SiteId, id: string): Promise<SessionRow | undefined> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.siteId, siteId), eq(sessions.id, id)))
    .for('update')
  return row
}

/** Adds a page to the path of a session and makes it the current one. */
export async function insertPageView(
  db: Db,
  siteId: SiteId,
  view: { id: string; sessionId: string; url: string; title: string | null; now: Date },
): Promise<void> {
  const { id, sessionId, url, title, now } = view
  await db.insert(pageViews).values({ siteId, id, sessionId, url, title, time: now })
  await db
    .update(sessions)
    .set({
      currentPageUrl: url,
      currentPageTitle: title,
      pageViews: sql`${sessions.pageViews} + 1`,
      lastSeenTime: now,
      leftTime: null,
      status: 'inSite',
    })
    .where(and(eq(sessions.siteId, siteId), eq(sessions.id, sessionId)))
}
