import type { Page } from '@parley/contract'
import { and, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { App, SiteId } from '../context.ts'
import type { Db } from '../db/db.ts'
import { neighboursOf } from './neighbours.ts'

export interface PageQuery {
  readonly pageIndex: number
  readonly pageSize: number
  /** the id of the row that the page follows, or precedes, as page links name it */
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** The rows a page begins with and how many it takes. */
export function rangeOf({ pageIndex, pageSize }: PageQuery): { limit: number; offset: number } {
  return { limit: pageSize, offset: (pageIndex - 1) * pageSize }
}

/** What a list found: how many there are in all, and those of the page. */
export interface Found<T> {
  readonly total: number
  readonly items: readonly T[]
}

/** Pages up to here are counted and cut in one statement. Those further on wait for the count: it tells the nearer end. */
const NEAR_ROWS = 500

/** A list to cut a page from. An index in its order that ends with the id lets the rows before the page be skipped unread. */
export interface PagedList {
  readonly table: PgTable
  /** by what the rows go in this table */
  readonly id: PgColumn
  /** the id in the rows' own table, where the list is one of pairs that name them */
  readonly rowId?: PgColumn | undefined
  readonly siteId: SiteId | Placeholder
  readonly where: SQL | undefined
  /** how many rows there are, where that is known without counting them */
  readonly total?: SQL<number> | undefined
  /** the last one is the id */
  readonly order: readonly { readonly column: PgColumn; readonly isDescending?: boolean }[]
}

/** What the statement for a page's rows needs: a condition that holds for them, and a column that says how many there are in all. */
export interface PageOfRows {
  readonly isOnPage: SQL
  readonly columns: { readonly listTotal: SQL<number> }
}

/** Counts a list and cuts one page from it; `use` fetches the page's rows in the order of the list. */
export async function cutPage<T extends { readonly listTotal: number }>(
  db: Db,
  list: PagedList,
  query: PageQuery,
  use: (page: PageOfRows) => Promise<T[]>,
): Promise<Found<T>> {
  const { limit, offset } = rangeOf(query)
  if (offset < NEAR_ROWS) {
    const items = await use(nearPage(list, { limit, offset }))
    if (items[0] || offset === 0) return { total: items[0]?.listTotal ?? 0, items }
  }
  const neighbours = neighboursOf(list, query)
  if (neighbours) {
    const where = and(list.where, neighbours.where)
    const page = { limit, offset: 0, isFromEnd: neighbours.isFromEnd }
    const items = await use({ isOnPage: isAmong({ ...list, where }, page), columns: { listTotal: totalOf(list) } })
    // the row may be gone meanwhile: then the number of the page has to do
    if (items[0]) return { total: items[0].listTotal, items }
  }
  const { rows } = await db.execute<{ total: number }>(sql`select ${totalOf(list)} as total`)
  const total = rows[0]?.total ?? 0
  if (offset >= total) return { total, items: [] }
  const fromEnd = {
    limit: Math.min(limit, total - offset),
    offset: Math.max(0, total - offset - limit),
    isFromEnd: true,
  }
  const isOnPage = isAmong(list, offset > total / 2 ? fromEnd : { limit, offset })
  return { total, items: await use({ isOnPage, columns: { listTotal: sql<number>`${total}::int` } }) }
}

/** Counts and cuts at once; the numbers may be placeholders of a statement that is prepared. */
export function nearPage(
  list: PagedList,
  range: { limit: number | Placeholder; offset: number | Placeholder },
): PageOfRows {
  return { isOnPage: isAmong(list, range), columns: { listTotal: totalOf(list) } }
}

/** Whether a page is among the first, which are counted and cut at once. */
export function isNear(query: PageQuery): boolean {
  return rangeOf(query).offset < NEAR_ROWS
}

function totalOf({ table, where, total }: PagedList): SQL<number> {
  return total ?? sql<number>`(select count(*)::int from ${table} where ${where ?? sql`true`})`
}

/** The page is an array, which is made once: what its rows need besides the id is not worked out for those before it. */
function isAmong(
  { table, id, rowId = id, where, order }: PagedList,
  {
    limit,
    offset,
    isFromEnd = false,
  }: { limit: number | Placeholder; offset: number | Placeholder; isFromEnd?: boolean },
): SQL {
  const keys = order.map(({ column, isDescending = false }) =>
    isDescending === isFromEnd ? sql`${column} asc` : sql`${column} desc`,
  )
  return sql`${rowId} = any(array(
    select ${id} from ${table} where ${where ?? sql`true`}
    order by ${sql.join(keys, sql`, `)} limit ${limit} offset ${offset}))`
}

const OWN: ReadonlySet<string> = new Set(['pageindex', 'after', 'before'])

/** A page object with links to its neighbours that keep the rest of the query. */
export function toPage<Total extends string, List extends string, T>(
  app: App,
  url: string,
  keys: { readonly total: Total; readonly list: List },
  query: PageQuery,
  { total, items }: Found<T>,
): Page<Total, List, T> {
  const link = (pageIndex: number, beside: 'after' | 'before', row: T | undefined) => {
    const to = new URL(url, app.publicUrl())
    for (const name of [...to.searchParams.keys()]) if (OWN.has(name.toLowerCase())) to.searchParams.delete(name)
    to.searchParams.set('pageIndex', String(pageIndex))
    const id = (row as { readonly id?: string | number } | undefined)?.id
    if (id !== undefined && !isNear({ pageIndex, pageSize })) to.searchParams.set(beside, String(id))
    return to.href
  }
  const { pageIndex, pageSize } = query
  const last = Math.max(1, Math.ceil(total / pageSize))
  return {
    [keys.total]: total,
    nextPage: pageIndex < last ? link(pageIndex + 1, 'after', items.at(-1)) : '',
    previousPage: pageIndex > 1 ? link(Math.min(pageIndex - 1, last), 'before', items[0]) : '',
    [keys.list]: items,
  } as Page<Total, List, T>
}
