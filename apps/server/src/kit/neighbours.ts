import { aliasedTableColumn, type SQL, sql } from 'drizzle-orm'
import type { PagedList, PageQuery } from './pages.ts'

const SHAPES: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  integer: /^\d{1,9}$/,
  bigint: /^\d{1,15}$/,
}

/** The row beside which a page lies, as page links name it. */
export interface LinkedRow {
  readonly id: string
  /** the page precedes the row: it is read backwards, from the row on */
  readonly isFromEnd: boolean
}

/** The row that a query names. Undefined where it names none, or nothing that could be an id of this type. */
export function linkedRow({ after, before }: PageQuery, sqlType: string): LinkedRow | undefined {
  const id = after ?? before
  return id && SHAPES[sqlType]?.test(id) ? { id, isFromEnd: after === undefined } : undefined
}

/** What holds of the rows beside one, so that a page far on is found without skipping those before it. */
export interface Neighbours {
  readonly where: SQL
  readonly isFromEnd: boolean
}

/** The neighbours of the row that a page link names. A row that is gone has none. */
export function neighboursOf({ table, id, siteId, order }: PagedList, query: PageQuery): Neighbours | undefined {
  const row = linkedRow(query, id.getSQLType())
  const isDescending = order[0]?.isDescending ?? false
  if (!row || !order.every((key) => (key.isDescending ?? false) === isDescending)) return undefined
  const { isFromEnd } = row
  const keys = order.map(({ column }) => sql`${column}`)
  const named = order.map(({ column }) => sql`${aliasedTableColumn(column, 'n')}`)
  const beyond = sql.raw(isDescending === isFromEnd ? '>' : '<')
  // one row is in several pairs, which all have the same key
  const where = sql`(${sql.join(keys, sql`, `)}) ${beyond} (
    select ${sql.join(named, sql`, `)} from ${table} n
    where n.site_id = ${siteId} and ${aliasedTableColumn(id, 'n')} = ${row.id} limit 1)`
  return { where, isFromEnd }
}
