import { sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'

/** A visitor on the site, with the session and the latest chat of it. */
export interface OnlineVisitorRow {
  readonly id: string
  readonly sessionId: string
  readonly name: string | null
  readonly email: string | null
  readonly sessionStatus: string
  readonly chatId: string | null
  readonly chatState: string | null
  readonly chatStatus: string | null
  readonly pageUrl: string | null
  readonly pageTitle: string | null
  readonly referrer: string | null
  readonly visits: number
  readonly pageViews: number
  readonly chats: number
  readonly visitTime: string
  readonly browser: string | null
  readonly operatingSystem: string | null
  readonly language: string | null
  readonly timeZone: string | null
  readonly ip: string | null
  readonly country: string | null
  readonly city: string | null
  readonly campaignId: string | null
  readonly segments: { readonly id: string; readonly name: string; readonly color: string }[]
}

/** The most a monitor shows. */
const LIMIT = 10_000

/** Who is on the site: open sessions heard of since a time; with `visitorIds` only these visitors. */
export async function queryOnlineVisitors(
  db: Db,
  siteId: SiteId,
  { seenSince, visitorIds }: { seenSince: Date; visitorIds?: readonly string[] },
): Promise<OnlineVisitorRow[]> {
  const only = visitorIds ? sql`and s.visitor_id = any(${sql.param([...visitorIds])}::uuid[])` : sql``
  const { rows } = await db.execute<OnlineVisitorRow & Record<string, unknown>>(sql`
    select distinct on (s.visitor_id)
      s.visitor_id as "id", s.id as "sessionId", v.name, v.email, s.status as "sessionStatus",
      c.id as "chatId", c.state as "chatState", c.status as "chatStatus",
      s.current_page_url as "pageUrl", s.current_page_title as "pageTitle", s.referrer_url as "referrer",
      v.visits, v.page_views as "pageViews", v.chats,
      to_char(s.start_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "visitTime",
      s.browser, s.operating_system as "operatingSystem", s.language, s.time_zone as "timeZone",
      s.ip, s.country, s.city, s.campaign_id as "campaignId", coalesce((
      select json_agg(json_build_object('id', g.id, 'name', g.name, 'color', '#' || g.color) order by g."order", g.id)
      from customer_segments g where g.site_id = s.site_id and g.id = any(s.segment_ids)), '[]') as segments
    from sessions s
    join visitors v on v.site_id = s.site_id and v.id = s.visitor_id
    left join lateral (
      select id, state, status from chats
      where site_id = s.site_id and visitor_id = s.visitor_id
        and (session_id = s.id or state <> 'ended')
      order by requested_time desc limit 1
    ) c on true
    where s.site_id = ${siteId} and s.end_time is null and s.left_time is null
      and s.last_seen_time > ${seenSince} ${only}
    order by s.visitor_id, s.start_time desc
    limit ${LIMIT}`)
  return rows
}
