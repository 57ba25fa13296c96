import type { Context, VisitorCaller } from '../../../context.ts'
import { queryKnown } from '../audience/audience.query.ts'
import { segmentsOf } from '../audience/segments-rules.ts'
import { factsOf } from '../audience/visitor-facts.ts'
import { queryRouting } from './routing.query.ts'
import { type Route, route } from './routing-rules.ts'

/** A visitor who wants something of a campaign. */
export interface Asking {
  readonly campaignId: string
  /** the department the visitor chose */
  readonly departmentId: string | null
  readonly pageUrl: string | null
}

/** Where a visitor's chat or message goes, and the segments they are in now. */
export async function routeVisitor(
  { app, siteId, caller }: Context<VisitorCaller>,
  { campaignId, departmentId, pageUrl }: Asking,
): Promise<{ route: Route; segmentIds: string[] }> {
  const { pool } = app.database
  const [known, settings] = await Promise.all([
    queryKnown(pool, siteId, caller),
    queryRouting(pool, siteId, campaignId),
  ])
  if (!known) throw new Error('a visitor asks whose session is not there')
  const facts = factsOf(known, pageUrl)
  const segmentIds = segmentsOf(known.segments, facts)
  return { route: route(settings, { ...facts, Segmentation: new Set(segmentIds) }, departmentId), segmentIds }
}
