import type { App, VisitorCaller } from '../../../context.ts'
import { noteConversions } from '../../settings/conversion-actions/note-conversion.ts'
import { summaryWithin } from '../visitors/list-online-visitors.ts'
import { type KnownRow, queryKnown } from './audience.query.ts'
import { listAgentsOf, putIntoSegments } from './audience.repo.ts'
import { segmentsOf } from './segments-rules.ts'
import { factsOf } from './visitor-facts.ts'

/**
 * Draws the conclusions from what is known of a visitor now: which segments they are in, who is told of that, and which
 * conversions they achieved. To be called when a visitor comes, moves, or is told of. Never fails: a visitor is not kept
 * from the site by what the site makes of them.
 */
export async function noticeVisitor(app: App, { siteId, visitorId, sessionId }: VisitorCaller): Promise<void> {
  try {
    const known = await queryKnown(app.database.pool, siteId, { sessionId, visitorId })
    if (!known) return
    await classify(app, { siteId, visitorId, sessionId }, known)
    if (known.hasConversions) {
      const { currentPageUrl: pageUrl, variables } = known
      await noteConversions(app.database.db, siteId, { visitorId, sessionId, time: app.now() }, { pageUrl, variables })
    }
  } catch (error) {
    app.log.error({ err: error, siteId, visitorId }, 'no conclusions could be drawn about a visitor')
  }
}

async function classify(app: App, who: Omit<VisitorCaller, 'kind'>, known: KnownRow): Promise<void> {
  const ids = segmentsOf(known.segments, factsOf(known, null))
  if (ids.join() === known.segmentIds.join()) return
  const { db } = app.database
  const before = await putIntoSegments(db, who.siteId, who.sessionId, { segmentIds: ids, known })
  if (!before) return
  const visitor = await summaryWithin(app, db, who.siteId, who.visitorId)
  if (!visitor) return
  app.bus.publish({ type: 'visitor.changed', siteId: who.siteId, visitor })
  for (const { id, name, color, alertTo } of known.segments) {
    if (!alertTo || !ids.includes(id) || before.includes(id)) continue
    const agentIds = [...(alertTo.agentIds ?? []), ...(await listAgentsOf(db, who.siteId, alertTo.departmentIds ?? []))]
    const segment = { id, name, color: `#${color}` }
    app.bus.publish({ type: 'segment.entered', siteId: who.siteId, visitor, segment, agentIds: [...new Set(agentIds)] })
  }
}
