import { eq, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { customerSegments } from '../../../db/schema/index.ts'

/** The place behind the last segment. */
export async function nextOrder(tx: Tx, siteId: SiteId): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`least(coalesce(max(${customerSegments.order}), 0), 2147483646)::int + 1` })
    .from(customerSegments)
    .where(eq(customerSegments.siteId, siteId))
  return row?.next ?? 1
}

/** What a condition about a segment hangs on: another segment, an invitation, a routing rule, a dynamic campaign. */
export async function findUseOf(db: Db, siteId: SiteId, segmentId: string): Promise<string | undefined> {
  const about = JSON.stringify([{ field: 'Segmentation', value: segmentId }])
  const { rows } = await db.execute<{ use: string }>(sql`
    select 'the segment ' || quote_literal(name) as use from customer_segments
    where site_id = ${siteId} and id <> ${segmentId} and conditions @> ${about}::jsonb
    union all
    select 'the invitation ' || quote_literal(name) from auto_invitations
    where site_id = ${siteId} and conditions @> ${about}::jsonb
    union all
    select 'a routing rule' from custom_rules
    where site_id = ${siteId} and conditions @> ${about}::jsonb
    union all
    select 'the dynamic campaign' from site_features
    where site_id = ${siteId}
      and dynamic_campaign->'dynamicCampaignRules' @> ${JSON.stringify([{ conditions: JSON.parse(about) }])}::jsonb
    limit 1`)
  return rows[0]?.use
}
