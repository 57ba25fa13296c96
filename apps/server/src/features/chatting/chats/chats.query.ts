import { type SQL, sql } from 'drizzle-orm'
import type pg from 'pg'
import type { SiteId } from '../../../context.ts'
import { queryRows } from '../../../db/query-rows.ts'
import type { NamedValueRow } from '../../../db/schema/chats.table.ts'
import { type Found, type PageQuery, rangeOf } from '../../../kit/pages.ts'
import type { ChatFilter } from './chat-filters.query.ts'
import { pageOfFinished } from './finished-chats.query.ts'

/** A chat as the API needs it. */
export interface TranscriptRow {
  readonly id: string
  readonly agentIds: number[]
  readonly answeredTime: Date | null
  readonly endedTime: Date | null
  readonly isQueued: boolean
  readonly status: 'normal' | 'refused' | 'missed' | null
  readonly requestingPageTitle: string | null
  readonly requestingPageUrl: string | null
  readonly source: 'chatButton' | 'autoInvitation' | 'manualInvitation'
  readonly visitorName: string | null
  readonly visitorEmail: string | null
  readonly visitorPhone: string | null
  readonly visitorCompany: string | null
  readonly fields: NamedValueRow[]
  readonly departmentId: string | null
  readonly ratingGrade: 1 | 2 | 3 | 4 | 5 | null
  readonly ratingComment: string | null
  readonly ratingTime: Date | null
  readonly wrapUpCategoryId: string | null
  readonly wrapUpComment: string | null
  readonly wrapUpFields: NamedValueRow[]
  readonly wrapUpTime: Date | null
  readonly wrapUpAgentId: number | null
  readonly variables: NamedValueRow[] | null
  readonly requestedTime: Date
  readonly offlineMessageId: string | null
  readonly responseSeconds: number
  readonly responses: number
  readonly visitorMessagesCount: number
  readonly agentMessagesCount: number
  readonly campaignId: string
  readonly lastMessageBy: 'system' | 'visitor' | 'agent' | 'chatbot' | null
  readonly sessionId: string
  readonly segmentIds: string[]
}

/** A line of a transcript. */
export interface TranscriptLine {
  readonly chatId: string
  readonly type: 'system' | 'visitor' | 'agent' | 'chatbot' | 'note'
  readonly senderName: string | null
  readonly sentTime: Date
  readonly content: string
}

const columns = sql`
  c.id, c.answered_time as "answeredTime", c.ended_time as "endedTime", c.is_queued as "isQueued", c.status,
  c.requesting_page_title as "requestingPageTitle", c.requesting_page_url as "requestingPageUrl", c.source,
  c.visitor_name as "visitorName", c.visitor_email as "visitorEmail", c.visitor_phone as "visitorPhone",
  c.visitor_company as "visitorCompany", c.fields, c.department_id as "departmentId", c.rating_grade as "ratingGrade",
  c.rating_comment as "ratingComment", c.rating_time as "ratingTime", c.wrap_up_category_id as "wrapUpCategoryId",
  c.wrap_up_comment as "wrapUpComment", c.wrap_up_fields as "wrapUpFields", c.wrap_up_time as "wrapUpTime",
  c.wrap_up_agent_id as "wrapUpAgentId", c.requested_time as "requestedTime",
  c.offline_message_id as "offlineMessageId", c.response_seconds as "responseSeconds", c.responses,
  c.visitor_messages_count as "visitorMessagesCount", c.agent_messages_count as "agentMessagesCount",
  c.campaign_id as "campaignId", c.last_message_by as "lastMessageBy", c.session_id as "sessionId", c.segment_ids as "segmentIds",
  s.variables, array(
    select x.agent_id from chat_agents x where x.site_id = c.site_id and x.chat_id = c.id
    order by x.joined_time, x.agent_id) as "agentIds"`

const withSession = sql`left join sessions s on s.site_id = c.site_id and s.id = c.session_id`

/** A page of finished chats, the latest request first, and how many there are in all. */
export function queryFinishedChats(
  pool: pg.Pool,
  siteId: SiteId,
  filter: ChatFilter,
  query: PageQuery,
): Promise<Found<TranscriptRow>> {
  const use = (ids: SQL) =>
    queryRows<TranscriptRow>(
      pool,
      // an array is made once, whatever a plan expects of the page; it is cut before anything is joined to it
      sql`select ${columns} from chats c ${withSession}
        where c.site_id = ${siteId} and c.id = any(array(${ids}))
        order by c.requested_time desc, c.id desc`,
    )
  return pageOfFinished(pool, siteId, { filter, range: { ...rangeOf(query), query }, use })
}

/** One chat, finished or not. */
export async function queryChat(pool: pg.Pool, siteId: SiteId, chatId: string): Promise<TranscriptRow | undefined> {
  const [row] = await queryRows<TranscriptRow>(
    pool,
    sql`select ${columns} from chats c ${withSession} where c.site_id = ${siteId} and c.id = ${chatId}`,
  )
  return row
}

/** What was said in some chats, in order. */
export function queryTranscripts(pool: pg.Pool, siteId: SiteId, chatIds: readonly string[]): Promise<TranscriptLine[]> {
  return queryRows<TranscriptLine>(
    pool,
    sql`select chat_id as "chatId", type, sender_name as "senderName", sent_time as "sentTime", content
      from chat_events where site_id = ${siteId} and chat_id = any(${sql.param([...chatIds])}::uuid[])
      order by chat_id, seq`,
  )
}
