import type pg from 'pg'
import type { SiteId } from '../../../context.ts'
import type { ConditionRow } from '../../../db/schema/campaign-rules.table.ts'
import type { NamedValueRow } from '../../../db/schema/chats.table.ts'

/** An enabled customer segment, and who is told when somebody enters it. */
export interface SegmentRow {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly conditionMetType: string | null
  readonly logicalExpression: string | null
  readonly conditions: readonly ConditionRow[]
  readonly alertTo: { readonly departmentIds?: readonly string[]; readonly agentIds?: readonly number[] } | null
}

/** What is known of a visitor in a session. */
export interface KnownRow {
  readonly currentPageUrl: string | null
  readonly referrerUrl: string | null
  readonly landingPageUrl: string | null
  readonly searchEngine: string | null
  readonly keywords: string | null
  readonly country: string | null
  readonly state: string | null
  readonly city: string | null
  readonly timeZone: string | null
  readonly language: string | null
  readonly visits: number
  readonly chats: number
  readonly variables: readonly NamedValueRow[]
  readonly segmentIds: readonly string[]
  /** the site's enabled segments in order; none while the site does not use segments */
  readonly segments: readonly SegmentRow[]
  /** whether a page or a variable can be a conversion on this site */
  readonly hasConversions: boolean
}

const KNOWN = `
select s.current_page_url as "currentPageUrl", s.referrer_url as "referrerUrl", s.landing_page_url as "landingPageUrl",
  s.search_engine as "searchEngine", s.keywords, s.country, s.state, s.city, s.time_zone as "timeZone", s.language,
  v.visits, v.chats, s.variables, s.segment_ids as "segmentIds",
  coalesce((
    select json_agg(json_build_object('id', g.id, 'name', g.name, 'color', g.color, 'alertTo', g.alert_to,
      'conditionMetType', g.condition_met_type, 'logicalExpression', g.logical_expression, 'conditions', g.conditions)
      order by g."order", g.id)
    from customer_segments g
    join site_settings x on x.site_id = g.site_id and x.is_customer_segment_enabled
    where g.site_id = $1 and g.is_enabled), '[]') as segments,
  exists (select from conversion_actions a
    where a.site_id = $1 and a.is_enable and a.type in ('url', 'customVariable')) as "hasConversions"
from sessions s join visitors v on v.site_id = s.site_id and v.id = s.visitor_id
where s.site_id = $1 and s.id = $2 and s.visitor_id = $3`

/** What is known of a visitor, and what the site wants to make of it. Undefined: there is no such session. */
export async function queryKnown(
  pool: Pick<pg.Pool, 'query'>,
  siteId: SiteId,
  { sessionId, visitorId }: { readonly sessionId: string; readonly visitorId: string },
): Promise<KnownRow | undefined> {
  const { rows } = await pool.query<KnownRow>({
    name: 'known-of-visitor',
    text: KNOWN,
    values: [siteId, sessionId, visitorId],
  })
  return rows[0]
}
