import type pg from 'pg'
import type { SiteId } from '../../../context.ts'

const FIND = `
select v.token_hash as "tokenHash"
from campaigns c
left join visitors v on v.site_id = c.site_id and v.id = $3
where c.site_id = $1 and c.id = $2`

/** The hash of a visitor's token, null for an unknown visitor; undefined when the site has no such campaign. */
export async function queryTokenHash(
  pool: pg.Pool,
  siteId: SiteId,
  { campaignId, visitorId }: { campaignId: string; visitorId: string | null },
): Promise<Buffer | null | undefined> {
  const { rows } = await pool.query<{ tokenHash: Buffer | null }>({
    name: 'recognise-visitor',
    text: FIND,
    values: [siteId, campaignId, visitorId],
  })
  return rows[0]?.tokenHash
}
