import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import { campaigns, sites } from '../../../db/schema/index.ts'

/** The first campaign of the first site; undefined while there is none. */
export async function findDemoCampaign(db: Db): Promise<{ siteId: number; campaignId: string } | undefined> {
  const [row] = await db
    .select({ siteId: campaigns.siteId, campaignId: campaigns.id })
    .from(campaigns)
    .innerJoin(sites, eq(sites.id, campaigns.siteId))
    .orderBy(asc(campaigns.siteId), asc(campaigns.createdTime), asc(campaigns.id))
    .limit(1)
  return row
}
