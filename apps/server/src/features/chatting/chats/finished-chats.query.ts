import { type SQL, sql } from 'drizzle-orm'
import type pg from 'pg'
import type { SiteId } from '../../../context.ts'
import { queryRows } from '../../../db/query-rows.ts'
import { countOfTime } from '../../../kit/list-counts.ts'
import { type LinkedRow, linkedRow } from '../../../kit/neighbours.ts'
import type { PageQuery } from '../../../kit/pages.ts'
import { type ChatFilter, narrowing, whereFinished } from './chat-filters.query.ts'

/** Which rows of a list make a page; `query` names the row beside it, if a page link did. */
interface Range {
  readonly limit: number
  readonly offset: number
  readonly query: PageQuery
}

/** How many chats a list has, and a statement for the ids of one page, the latest request first. */
export interface PageOfChats {
  readonly total: number
  readonly ids: SQL
}

/**
 * Pages up to here are cut while the chats are counted. Those further on wait for the count: it says from which end of
 * the list they are nearer.
 */
const NEAR_ROWS = 500
/**
 * Words in more chats than this are taken for frequent: the first pages are found by reading the latest chats, which soon
 * holds enough of them, instead of sorting all that have the words. Measured with a million chats.
 */
const FREQUENT_CHATS = 20_000
/** A page of a frequent word is looked for among the latest chats if this many times as many follow it. */
const FEW_BEFORE = 100

/** Cuts a page out of the finished chats that fit, and counts them all. `use` gets the page's ids and fetches the chats. */
export async function pageOfFinished<T>(
  pool: pg.Pool,
  siteId: SiteId,
  { filter, range, use }: { filter: ChatFilter; range: Range; use: (ids: SQL) => Promise<T[]> },
): Promise<{ total: number; items: T[] }> {
  const keywords = filter.keywords?.trim()
  if (keywords) {
    const { total, ids } = await withKeywords(pool, siteId, { ...filter, keywords }, range)
    return { total, items: total ? await use(ids) : [] }
  }
  const where = whereFinished(siteId, filter)
  const counted = narrowing(filter).length
    ? countOf(pool, sql`chats c where ${where}`)
    : countOfRange(pool, siteId, filter)
  if (range.offset < NEAR_ROWS) {
    const [total, items] = await Promise.all([counted, use(latest(where, range))])
    return { total, items }
  }
  const row = linkedRow(range.query, 'uuid')
  if (row) {
    const [total, items] = await Promise.all([counted, use(beside(siteId, where, row, range))])
    // the chat may be gone meanwhile: then the number of the page has to do
    if (items.length) return { total, items }
  }
  const total = await counted
  if (range.offset >= total) return { total, items: [] }
  return { total, items: await use(range.offset > total / 2 ? fromTheEnd(where, range, total) : latest(where, range)) }
}

async function countOf(pool: pg.Pool, from: SQL): Promise<number> {
  const [row] = await queryRows<{ total: number }>(pool, sql`select count(*)::int as total from ${from}`)
  return row?.total ?? 0
}

/** Every finished chat has its words, from the moment it ends. */
async function countOfRange(pool: pg.Pool, siteId: SiteId, range: ChatFilter): Promise<number> {
  const total = countOfTime(
    siteId,
    'chat_words',
    range,
    (from, to) => sql`select count(*) from chats c where ${whereFinished(siteId, { from, to })}`,
  )
  const [row] = await queryRows<{ total: number }>(pool, sql`select ${total} as total`)
  return row?.total ?? 0
}

/** Ids alone come from the index of finished chats, so that rows before the page are not read. */
function latest(where: SQL, { limit, offset }: Range): SQL {
  return sql`select c.id from chats c where ${where}
    order by c.requested_time desc, c.id desc limit ${limit} offset ${offset}`
}

/** The page that follows or precedes a chat; nothing, if that is not there. */
function beside(siteId: SiteId, where: SQL, { id, isFromEnd }: LinkedRow, { limit }: Range): SQL {
  const order = isFromEnd ? sql`c.requested_time, c.id` : sql`c.requested_time desc, c.id desc`
  const beyond = isFromEnd ? sql`>` : sql`<`
  return sql`select c.id from chats c where ${where} and (c.requested_time, c.id) ${beyond} (
      select n.requested_time, n.id from chats n where n.site_id = ${siteId} and n.id = ${id}::uuid)
    order by ${order} limit ${limit}`
}

function fromTheEnd(where: SQL, { limit, offset }: Range, total: number): SQL {
  const after = Math.max(0, total - offset - limit)
  return sql`select c.id from chats c where ${where}
    order by c.requested_time, c.id limit ${Math.min(limit, total - offset)} offset ${after}`
}

async function withKeywords(
  pool: pg.Pool,
  siteId: SiteId,
  filter: ChatFilter & { readonly keywords: string },
  { limit, offset }: Range,
): Promise<PageOfChats> {
  const { from, to, keywords } = filter
  const inRange = sql`w.site_id = ${siteId} and w.requested_time >= ${from.toISOString()}::timestamptz
    and w.requested_time < ${to.toISOString()}::timestamptz`
  const match = await matchOf(pool, siteId, keywords)
  const narrower = narrowing(filter)
  const found = narrower.length
    ? sql`chat_words w join chats c on c.site_id = w.site_id and c.id = w.chat_id
        where ${inRange} and ${match} and ${sql.join(narrower, sql` and `)}`
    : sql`chat_words w where ${inRange} and ${match}`
  const total = await countOf(pool, found)
  const isFrequent = total > FREQUENT_CHATS && (offset + limit) * FEW_BEFORE < total
  const latestFirst = sql`order by requested_time desc, id desc limit ${limit} offset ${offset}`
  if (isFrequent && !narrower.length) {
    // offset 0 keeps the order of reading: the latest first, until there are enough
    return {
      total,
      ids: sql`select w.id from (
          select w.chat_id as id, w.requested_time, w.words from chat_words w where ${inRange}
          order by w.requested_time desc, w.chat_id desc offset 0
        ) w where ${match} ${latestFirst}`,
    }
  }
  // all that fit come first, in a step of its own: a plan that hopes to meet them among the latest may read everything
  return {
    total,
    ids: sql`with found as materialized (select w.chat_id as id, w.requested_time from ${found})
      select id from found ${latestFirst}`,
  }
}

/** What the words have to match. Made once and given as a value, so that plans know how frequent they are. */
async function matchOf(pool: pg.Pool, siteId: SiteId, keywords: string): Promise<SQL> {
  const [row] = await queryRows<{ query: string }>(
    pool,
    sql`select chat_words_query(${siteId}::int, ${keywords}::text)::text as query`,
  )
  return sql`w.words @@ ${row?.query ?? ''}::tsquery`
}
