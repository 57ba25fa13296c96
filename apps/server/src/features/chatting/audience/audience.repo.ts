import { and, eq, inArray, sql } from 'drizzle-orm'
import type { AgentId, SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { departmentAgents } from '../../../db/schema/index.ts'
import type { KnownRow } from './audience.query.ts'

/**
 * Puts a session into the segments that follow from what was known of it. Returns those it was in before; undefined when
 * it was in the same ones, or is on another page or told of otherwise by now: then somebody else is about to do it.
 */
export async function putIntoSegments(
  db: Db,
  siteId: SiteId,
  sessionId: string,
  { segmentIds, known }: { segmentIds: readonly string[]; known: Pick<KnownRow, 'currentPageUrl' | 'variables'> },
): Promise<string[] | undefined> {
  const ids = sql.param([...segmentIds])
  const { rows } = await db.execute<{ before: string[] }>(sql`
    with old as (
      select segment_ids from sessions
      where site_id = ${siteId} and id = ${sessionId} and current_page_url is not distinct from ${known.currentPageUrl}::text
        and variables = ${JSON.stringify(known.variables)}::jsonb
      for no key update
    )
    update sessions s set segment_ids = ${ids}::uuid[] from old
    where s.site_id = ${siteId} and s.id = ${sessionId} and old.segment_ids <> ${ids}::uuid[]
    returning old.segment_ids as before`)
  return rows[0]?.before
}

/** Everybody who works in one of these departments. */
export async function listAgentsOf(db: Db, siteId: SiteId, departmentIds: readonly string[]): Promise<AgentId[]> {
  if (!departmentIds.length) return []
  const rows = await db
    .selectDistinct({ agentId: departmentAgents.agentId })
    .from(departmentAgents)
    .where(and(eq(departmentAgents.siteId, siteId), inArray(departmentAgents.departmentId, [...departmentIds])))
  return rows.map(({ agentId }) => agentId)
}
