import { and, asc, desc, eq, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { SiteId } from '../context.ts'
import type { Db } from '../db/db.ts'
import { type CountedList, type CountedMembers, countOfAll } from './list-counts.ts'
import { cutPage, type Found, isNear, nearPage, type PageOfRows, type PageQuery, rangeOf } from './pages.ts'

interface Pages {
  readonly table: PgTable & { siteId: PgColumn; id: PgColumn }
  /** what a row has, its links among it */
  readonly columns: Record<string, PgColumn | SQL>
  readonly isNewestFirst: boolean
  /** where the number of the site's rows is kept */
  readonly countedAs: CountedList | undefined
}

/** Rows that pairs with something else name, such as the agents of a role. */
export interface Members {
  readonly table: PgTable & { readonly siteId: PgColumn }
  /** the id of the rows in the pairs */
  readonly id: PgColumn
  readonly where: SQL
  readonly countedAs: CountedMembers
}

/** Cuts pages of a table in the order of its ids; without a condition they are pages of all rows of the site. */
export function resourcePages<R>({ table, columns, isNewestFirst, countedAs }: Pages) {
  type Paged = R & { readonly listTotal: number }
  const order = [{ column: table.id, isDescending: isNewestFirst }]

  function listOf(siteId: SiteId | Placeholder, where: SQL | undefined) {
    const total = countedAs && !where ? countOfAll(siteId, countedAs) : undefined
    return { table, id: table.id, siteId, where: and(eq(table.siteId, siteId), where), total, order }
  }

  function select(db: Db, siteId: SiteId | Placeholder, page: PageOfRows) {
    return db
      .select({ ...columns, ...page.columns })
      .from(table as PgTable)
      .where(and(eq(table.siteId, siteId), page.isOnPage))
      .orderBy(isNewestFirst ? desc(table.id) : asc(table.id))
  }

  /** The statement for first pages of all rows: to put it together took longer than the rest of the request. */
  const firstPages = oncePer((db: Db) => {
    const siteId = sql.placeholder('siteId')
    const range = { limit: sql.placeholder('limit'), offset: sql.placeholder('offset') }
    return select(db, siteId, nearPage(listOf(siteId, undefined), range)).prepare('')
  })

  function membersOf(siteId: SiteId, { table: pairs, id, where, countedAs }: Members) {
    const total = countOfAll(siteId, countedAs)
    const byId = [{ column: id, isDescending: isNewestFirst }]
    return {
      table: pairs,
      id,
      rowId: table.id,
      siteId,
      where: and(eq(pairs.siteId, siteId), where),
      total,
      order: byId,
    }
  }

  return async (
    db: Db,
    siteId: SiteId,
    query: PageQuery,
    { where, members }: { readonly where?: SQL | undefined; readonly members?: Members | undefined },
  ): Promise<Found<R>> => {
    const fetch = async (page: PageOfRows) => (await select(db, siteId, page)) as Paged[]
    if (members) return cutPage(db, membersOf(siteId, members), query, fetch)
    if (!where && isNear(query)) {
      const items = (await firstPages(db).execute({ ...rangeOf(query), siteId })) as Paged[]
      if (items[0]) return { total: items[0].listTotal, items }
    }
    return cutPage(db, listOf(siteId, where), query, fetch)
  }
}

/** What is made for a database once and kept as long as that is there. */
function oncePer<T>(make: (db: Db) => T): (db: Db) => T {
  const made = new WeakMap<Db, T>()
  return (db) => {
    const known = made.get(db) ?? make(db)
    made.set(db, known)
    return known
  }
}
