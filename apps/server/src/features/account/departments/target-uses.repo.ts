import { sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'

/**
 * The campaign or rule that sends chats to an agent or a department. Without it they would go elsewhere than somebody
 * decided; that somebody has to decide again first.
 */
export async function findRoutingTo(
  tx: Tx,
  siteId: SiteId,
  kind: 'agent' | 'department',
  id: string,
): Promise<string | undefined> {
  const otherwise = kind === 'agent' ? 'routeToAgent' : 'routeToDepartment'
  const { rows } = await tx.execute<{ use: string }>(sql`
    select 'the routing of the campaign ' || quote_literal(c.name) as use
    from campaign_parts p join campaigns c on c.site_id = p.site_id and c.id = p.campaign_id
    where p.site_id = ${siteId} and (
      p.routing ->> 'routeTo' = ${kind} and lower(p.routing ->> 'routeToId') = ${id} or
      p.routing ->> 'actionWhenNoRuleMatched' = ${otherwise} and lower(p.routing ->> 'routeToIdWhenNoRuleMatched') = ${id})
    union all
    select 'the routing rule ' || quote_literal(coalesce(r.name, r.id::text)) || ' of the campaign ' || quote_literal(c.name)
    from custom_rules r join campaigns c on c.site_id = r.site_id and c.id = r.campaign_id
    where r.site_id = ${siteId} and r.route_to = ${kind} and lower(r.route_to_id) = ${id}
    limit 1`)
  return rows[0]?.use
}

/** Takes an agent or a department that goes out of those whom segments alert. */
export async function forgetAlerts(
  tx: Tx,
  siteId: SiteId,
  gone: { readonly agentId: number } | { readonly departmentId: string },
): Promise<void> {
  const [list, id] = 'agentId' in gone ? ['agentIds', gone.agentId] : ['departmentIds', gone.departmentId]
  const value = JSON.stringify(id)
  await tx.execute(sql`
    update customer_segments set alert_to = jsonb_set(alert_to, array[${list}::text], coalesce((
      select jsonb_agg(v.value order by v.place)
      from jsonb_array_elements(alert_to -> ${list}) with ordinality v(value, place)
      where v.value <> ${value}::jsonb), '[]'))
    where site_id = ${siteId} and jsonb_typeof(alert_to -> ${list}) = 'array' and alert_to -> ${list} @> ${value}::jsonb`)
}
