import type pg from 'pg'
import type { SiteId } from '../../../context.ts'

const FIND = `
select v.token_hash as "tokenHash",
  case when (p.chat_button->>'isDomainRestrictionEnabled')::boolean
    then coalesce(p.chat_button->'allowedDomains', '[]') end as "allowedPages",
  exists (select 1 from bans b where b.site_id = $1 and b.type = 'visitor' and b.visitor_id = $3) as "isVisitorBanned",
  exists (
    select 1 from bans b where b.site_id = $1 and case b.type
      when 'ip' then b.ip::inet = $4::inet
      when 'ipRange' then $4::inet between b.ip_range_from::inet and b.ip_range_to::inet
      else false end
  ) as "isAddressBanned"
from campaigns c
left join campaign_parts p on p.site_id = c.site_id and p.campaign_id = c.id
left join visitors v on v.site_id = c.site_id and v.id = $3
where c.site_id = $1 and c.id = $2`

/** What is known of somebody who says hello. */
export interface KnownVisitor {
  /** of the visitor's token; null for an unknown visitor */
  readonly tokenHash: Buffer | null
  readonly isVisitorBanned: boolean
  readonly isAddressBanned: boolean
  /** pages on which the campaign's button may be shown; null: on all */
  readonly allowedPages: readonly string[] | null
}

/** What is known of a visitor and of the address they come from; undefined when the site has no such campaign. */
export async function queryKnownVisitor(
  pool: pg.Pool,
  siteId: SiteId,
  { campaignId, visitorId, ip }: { campaignId: string; visitorId: string | null; ip: string | null },
): Promise<KnownVisitor | undefined> {
  const { rows } = await pool.query<KnownVisitor>({
    name: 'recognise-visitor',
    text: FIND,
    // a zone (`%eth0`) is no part of an address
    values: [siteId, campaignId, visitorId, ip?.split('%')[0] ?? null],
  })
  return rows[0]
}
