import type pg from 'pg'
import type { SiteId } from '../../../context.ts'
import type { RoutingSettings } from './routing-rules.ts'

const ROUTING = `
select p.routing, coalesce((
  select json_agg(json_build_object('routeTo', r.route_to, 'routeToId', r.route_to_id, 'priority', r.priority,
    'conditionMetType', r.condition_met_type, 'logicalExpression', r.logical_expression, 'conditions', r.conditions)
    order by r."order", r.id)
  from custom_rules r where r.site_id = $1 and r.campaign_id = $2 and r.is_enable is not false), '[]') as rules
from campaign_parts p where p.site_id = $1 and p.campaign_id = $2`

interface Row {
  readonly routing: Omit<RoutingSettings, 'rules'> | null
  readonly rules: RoutingSettings['rules']
}

/** How a campaign routes its chats; a campaign that nobody changed does not. */
export async function queryRouting(pool: pg.Pool, siteId: SiteId, campaignId: string): Promise<RoutingSettings> {
  const { rows } = await pool.query<Row>({ name: 'routing', text: ROUTING, values: [siteId, campaignId] })
  const [row] = rows
  return { ...row?.routing, rules: row?.rules ?? [] }
}
