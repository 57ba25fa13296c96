import type { App, Context, VisitorCaller } from '../../../context.ts'
import { contextFor } from '../../../request-context.ts'
import { visitorGone } from '../chats/commands/visitor-gone.ts'
import { summaryWithin } from '../visitors/list-online-visitors.ts'
import { GONE_AFTER_MS, SESSION_PAUSE_MS, SILENT_AFTER_MS } from '../visitors/visitor-times.ts'
import {
  claimGoneSessions,
  endSessionsUnseenSince,
  type GoneSession,
  markOutOfSite,
  type SessionKey,
  touchSessions,
} from './session-life.repo.ts'

/** Sessions in one statement, or in one claim. */
const BATCH = 5_000

/** All these sessions have a connection still. */
export async function keepSessionsAlive(app: App, keys: readonly SessionKey[]): Promise<void> {
  for (let from = 0; from < keys.length; from += BATCH) {
    await touchSessions(app.database.db, keys.slice(from, from + BATCH), app.now())
  }
}

/** The visitor's last connection of this process closed; should another process have one, it soon says so. */
export async function leaveSite(ctx: Context<VisitorCaller>): Promise<void> {
  const { siteId, sessionId, visitorId } = ctx.caller
  await markOutOfSite(ctx.db, siteId, sessionId, ctx.now())
  const visitor = await summaryWithin(ctx.app, ctx.db, siteId, visitorId)
  if (visitor) ctx.app.bus.publish({ type: 'visitor.changed', siteId, visitor })
}

/**
 * Reports visitors who did not come back, lets their chats know, and ends sessions that were paused for too long. Any
 * process may call it at any time; each session is dealt with once.
 */
export async function endStaleSessions(app: App): Promise<void> {
  const now = app.now()
  const before = (ms: number) => new Date(now.getTime() - ms)
  const { db } = app.database
  const claim = { closedBefore: before(GONE_AFTER_MS), silentSince: before(SILENT_AFTER_MS), now, limit: BATCH }
  for (;;) {
    const gone = await claimGoneSessions(db, claim)
    for (const session of gone) await reportGone(app, session)
    if (gone.length < BATCH) break
  }
  while ((await endSessionsUnseenSince(db, before(SESSION_PAUSE_MS), BATCH)) === BATCH);
}

async function reportGone(app: App, { siteId, visitorId, sessionId }: GoneSession): Promise<void> {
  app.bus.publish({ type: 'visitor.left', siteId, visitorId })
  try {
    await visitorGone(contextFor<VisitorCaller>(app, { kind: 'visitor', siteId, visitorId, sessionId }))
  } catch (error) {
    app.log.error({ err: error, siteId }, 'a chat did not hear that its visitor is gone')
  }
}
