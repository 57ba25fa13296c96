import { sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'

export interface Progress {
  readonly defaultCampaignId: string | null
  readonly hasColleagues: boolean
  readonly hasChats: boolean
  readonly hasVisitors: boolean
  readonly awayStatuses: string[]
}

/** How far a new site has come: for the checklist of the start page. */
export async function findProgress(db: Db, siteId: SiteId): Promise<Progress> {
  const { rows } = await db.execute(sql`
    select
      (select id from campaigns where site_id = ${siteId} order by id limit 1) as "defaultCampaignId",
      (select count(*) from agents where site_id = ${siteId}) > 1 as "hasColleagues",
      exists (select 1 from chats where site_id = ${siteId}) as "hasChats",
      exists (select 1 from visitors where site_id = ${siteId}) as "hasVisitors",
      array(
        select s.name from agent_away_statuses s join site_settings f on f.site_id = s.site_id and f.is_custom_away_status_enabled
        where s.site_id = ${siteId} and lower(s.name) <> 'away' order by s."order", s.name) as "awayStatuses"`)
  return rows[0] as unknown as Progress
}
