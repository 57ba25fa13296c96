import type { Shape } from '@parley/contract'
import { type SQL, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import { type SystemAnswer, storedNames } from './pre-chat-answers.ts'

/** Which finished chats a list shows; `from` inclusive, `to` exclusive. */
export interface ChatFilter {
  readonly from: Date
  readonly to: Date
  readonly departmentId?: string | undefined
  readonly categoryId?: string | undefined
  readonly visitorId?: string | undefined
  readonly agentId?: number | undefined
  readonly keywords?: string | undefined
  readonly conditions?: readonly ChatCondition[] | undefined
}

type Given = Shape<'ChatCondition'>
export type ChatCondition = Pick<Given, 'field' | 'value'> & { readonly operate?: Given['operate'] | null | undefined }

/** What has to hold of a chat of the list, which the statement calls `c`; keywords are looked up in `chat_words`. */
export function whereFinished(siteId: SiteId, filter: ChatFilter): SQL {
  const range = [
    sql`c.site_id = ${siteId} and c.state = 'ended'`,
    sql`c.requested_time >= ${filter.from.toISOString()}::timestamptz`,
    sql`c.requested_time < ${filter.to.toISOString()}::timestamptz`,
  ]
  return sql.join([...range, ...narrowing(filter)], sql` and `)
}

/** What else than its time and keywords has to hold of a chat `c`. */
export function narrowing({ departmentId, categoryId, visitorId, agentId, conditions = [] }: ChatFilter): SQL[] {
  return [
    departmentId ? sql`c.department_id = ${departmentId}` : undefined,
    categoryId ? sql`c.wrap_up_category_id = ${categoryId}` : undefined,
    visitorId ? sql`c.visitor_id = ${visitorId}` : undefined,
    agentId === undefined ? undefined : wasIn(agentId),
    ...conditions.map((condition) => holds(condition)),
  ].filter((part) => part !== undefined)
}

function wasIn(agentId: number): SQL {
  return sql`exists (
    select from chat_agents x where x.site_id = c.site_id and x.chat_id = c.id and x.agent_id = ${agentId})`
}

/** An agent of whom something holds was in the chat. */
function tookPart(match: SQL): SQL {
  return sql`exists (
    select from chat_agents x join agents a on a.site_id = x.site_id and a.id = x.agent_id
    where x.site_id = c.site_id and x.chat_id = c.id and ${match})`
}

type Match = (text: SQL) => SQL

function holds({ field, operate, value }: ChatCondition): SQL {
  const contains = operate === 'contains' || operate === 'notContains'
  const pattern = `%${value.replaceAll(/[\\%_]/g, '\\$&')}%`
  const match: Match = (text) =>
    contains ? sql`coalesce(${text}, '') ilike ${pattern}` : sql`lower(coalesce(${text}, '')) = lower(${value})`
  const found = fields[field](match)
  return operate === 'notContains' || operate === 'isNot' ? sql`not (${found})` : sql`(${found})`
}

const fields: Record<ChatCondition['field'], (match: Match) => SQL> = {
  name: (match) => match(sql`c.visitor_name`),
  email: (match) => match(sql`c.visitor_email`),
  phone: (match) => match(sql`c.visitor_phone`),
  company: (match) => match(sql`c.visitor_company`),
  productService: (match) => match(answer('productService')),
  ticketID: (match) => match(answer('ticketID')),
  department: (match) => named(sql`departments`, sql`c.department_id`, match),
  campaign: (match) => named(sql`campaigns`, sql`c.campaign_id`, match),
  agent: (match) =>
    tookPart(
      sql`(${match(sql`a.display_name`)} or ${match(sql`a.first_name || ' ' || a.last_name`)}
        or ${match(sql`a.email`)} or ${match(sql`a.id::text`)})`,
    ),
  page: (match) => sql`${match(sql`c.requesting_page_url`)} or ${match(sql`c.requesting_page_title`)}`,
  source: (match) => match(sql`c.source`),
  status: (match) => match(sql`c.status`),
  rating: (match) =>
    sql`${match(sql`coalesce('level' || c.rating_grade, 'noRating')`)} or ${match(sql`c.rating_grade::text`)}`,
  ratingComment: (match) => match(sql`c.rating_comment`),
  wrapUpComment: (match) => match(sql`c.wrap_up_comment`),
}

/** The name or the id of what a chat refers to. */
function named(table: SQL, id: SQL, match: Match): SQL {
  return sql`exists (
    select from ${table} n where n.site_id = c.site_id and n.id = ${id}
      and (${match(sql`n.name`)} or ${match(sql`n.id::text`)}))`
}

function answer(field: SystemAnswer): SQL {
  const names = sql.param([...storedNames(field)])
  return sql`(select f->>'value' from jsonb_array_elements(c.fields) f where lower(f->>'name') = any(${names}::text[]) limit 1)`
}
