import type pg from 'pg'
import type { SiteId } from '../../../context.ts'
import type { OnlineVisitorRow } from '../visitors/online-visitors.query.ts'
import type { BrowserRow } from './browser-facts.ts'

/** A page a visitor looks at, and the id its view gets if it is a new one. */
export interface PageVisit {
  readonly visitorId: string
  readonly viewId: string
  readonly url: string
  readonly title: string | null
  readonly now: Date
}

/** A visitor who comes to the site. */
export interface Arrival extends PageVisit, BrowserRow {
  /** of a new visitor; null for one who was recognised */
  readonly tokenHash: Buffer | null
  /** the id the session gets if it is a new one */
  readonly sessionId: string
  readonly seenAfter: Date
  readonly campaignId: string
  readonly ip: string | null
  readonly referrer: string | null
  readonly searchEngine: string | null
  readonly keywords: string | null
}

/**
 * Both statements lock the visitor first, so that tabs of one browser neither block each other nor begin two sessions.
 * A statement sees the database as it was when it began, except for rows it had to wait for: a visitor who was changed
 * meanwhile is left alone, and the statement has to be asked again.
 */
const LOCKED = `
  locked as materialized (
    select v.id, v.xmin::text as version from visitors v where v.site_id = $1 and v.id = $2 for no key update of v
  ), known as materialized (
    select l.id from locked l join visitors p on p.site_id = $1 and p.id = l.id and p.xmin::text = l.version
  )`

/** What is told of the visitor, from what the statement wrote: its own changes are not to be seen in the tables. */
const TOLD = `
  select $2::uuid as id, w.id as "sessionId", v.name, v.email, w.status as "sessionStatus",
    c.id as "chatId", c.state as "chatState", c.status as "chatStatus",
    w.current_page_url as "pageUrl", w.current_page_title as "pageTitle", w.referrer_url as referrer,
    coalesce(v.visits, 1) as visits, coalesce(v.page_views, 1) as "pageViews", coalesce(v.chats, 0) as chats,
    to_char(w.start_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "visitTime",
    w.browser, w.operating_system as "operatingSystem", w.language, w.time_zone as "timeZone",
    w.ip, w.country, w.city, w.campaign_id as "campaignId", coalesce((
      select json_agg(json_build_object('id', g.id, 'name', g.name, 'color', '#' || g.color) order by g."order", g.id)
      from customer_segments g where g.site_id = $1 and g.id = any(w.segment_ids)), '[]') as segments
  from written w
  left join counted v on true
  left join lateral (
    select id, state, status from chats
    where site_id = $1 and visitor_id = $2 and (session_id = w.id or state <> 'ended')
    order by requested_time desc limit 1
  ) c on true`

const ARRIVE = `
with ${LOCKED}, plan as materialized (
  select coalesce(o.id, $7::uuid) as session_id, o.id is null as is_new,
    o.id is null or o.current_page_url is distinct from $4::text as is_new_page
  from (select 1) one
  left join lateral (
    select s.id, s.current_page_url from sessions s join known k on k.id = s.visitor_id
    where s.site_id = $1 and s.end_time is null and s.last_seen_time > $8::timestamptz
    order by s.start_time desc limit 1
  ) o on true
  where $20::bytea is not null or exists (select from known)
), made as (
  insert into visitors (site_id, id, token_hash, first_visit_time, last_visit_time, visits, page_views)
  select $1, $2, $20::bytea, $6::timestamptz, $6, 1, 1 from plan where $20 is not null
), counted as (
  update visitors v set visits = v.visits + p.is_new::int, page_views = v.page_views + p.is_new_page::int,
    last_visit_time = $6
  from plan p where v.site_id = $1 and v.id = $2 and $20 is null
  returning v.*
), went_on as (
  update sessions s set campaign_id = $9::uuid, last_seen_time = $6, left_time = null, status = 'inSite', ip = $10,
    user_agent = $11, browser = $12, operating_system = $13, language = $14, screen_resolution = $15, time_zone = $16,
    current_page_url = $4, current_page_title = $5::text, page_views = s.page_views + p.is_new_page::int
  from plan p where not p.is_new and s.site_id = $1 and s.id = p.session_id
  returning s.*
), begun as (
  insert into sessions (site_id, id, visitor_id, campaign_id, start_time, last_seen_time, ip, user_agent, browser,
    operating_system, language, screen_resolution, time_zone, current_page_url, current_page_title, page_views,
    landing_page_url, landing_page_title, referrer_url, search_engine, keywords)
  select $1, session_id, $2, $9, $6, $6, $10, $11, $12, $13, $14, $15, $16, $4, $5, 1, $4, $5, $17::text, $18::text,
    $19::text
  from plan where is_new
  returning *
), written as (
  select * from went_on union all select * from begun
), viewed as (
  insert into page_views (site_id, id, session_id, url, title, time)
  select $1, $3::uuid, session_id, $4, $5, $6 from plan where is_new_page
)
${TOLD}`

const MOVE = `
with ${LOCKED}, written as (
  update sessions s set current_page_url = $4::text, current_page_title = $5::text, page_views = s.page_views + 1,
    last_seen_time = $6::timestamptz, left_time = null, status = 'inSite'
  from known k
  where s.site_id = $1 and s.id = $7 and s.visitor_id = k.id and s.current_page_url is distinct from $4
  returning s.*
), counted as (
  update visitors v set page_views = v.page_views + 1, last_visit_time = $6
  from written w where v.site_id = $1 and v.id = $2
  returning v.*
), viewed as (
  insert into page_views (site_id, id, session_id, url, title, time) select $1, $3::uuid, id, $4, $5, $6 from written
), told as (${TOLD})
select t.*, exists (select from locked) and not exists (select from known) as "isMoved" from (select 1) one
left join told t on true`

/** Begins or continues a session. Undefined: the visitor was changed meanwhile, ask again. */
export async function arrive(pool: pg.Pool, siteId: SiteId, a: Arrival): Promise<OnlineVisitorRow | undefined> {
  const { rows } = await pool.query<OnlineVisitorRow>({
    name: 'arrive',
    text: ARRIVE,
    values: [
      ...[siteId, a.visitorId, a.viewId, a.url, a.title, a.now, a.sessionId, a.seenAfter, a.campaignId, a.ip],
      ...[a.userAgent, a.browser, a.operatingSystem, a.language, a.screenResolution, a.timeZone],
      ...[a.referrer, a.searchEngine, a.keywords, a.tokenHash],
    ],
  })
  return rows[0]
}

/** Goes to another page. Undefined: the visitor was changed meanwhile, ask again. Null: they are there already. */
export async function move(
  pool: pg.Pool,
  siteId: SiteId,
  { visitorId, viewId, url, title, now, sessionId }: PageVisit & { sessionId: string },
): Promise<OnlineVisitorRow | null | undefined> {
  const { rows } = await pool.query<OnlineVisitorRow & { id: string | null; isMoved: boolean }>({
    name: 'go-to-page',
    text: MOVE,
    values: [siteId, visitorId, viewId, url, title, now, sessionId],
  })
  const [row] = rows
  if (!row || row.isMoved) return undefined
  const { isMoved: _moved, ...told } = row
  return told.id ? told : null
}
