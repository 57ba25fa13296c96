import { and, eq, getTableName, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { SiteId } from '../context.ts'
import type { Tx } from '../db/db.ts'
import type { Id } from './resource.ts'

/** A list property that lives in a table of pairs. */
export interface Link {
  readonly table: PgTable & { siteId: PgColumn }
  /** the column of the resource itself */
  readonly own: PgColumn
  /** the column of what it is linked with */
  readonly other: PgColumn
  /** the entity the ids must name; undefined for ids with a check of their own */
  readonly entity?: string
  /** checks ids that belong to no entity of the database; returns one that is wrong */
  readonly findWrong?: (ids: readonly Id[]) => Id | undefined
}

type Links = Readonly<Record<string, Link>>

type LinkedTable = PgTable & { siteId: PgColumn; id: PgColumn }

/**
 * Columns that hold the linked ids of each row, so that a list and its links are one query. Names are written out with
 * their tables: drizzle leaves the tables away when it selects from one only.
 */
export function linkColumns(table: LinkedTable, links: Links): Record<string, SQL<Id[]>> {
  return Object.fromEntries(
    Object.entries(links).map(([property, { table: pairs, own, other }]) => [
      property,
      sql<Id[]>`array(
        select ${named(pairs, other)} from ${pairs}
        where ${named(pairs, pairs.siteId)} = ${named(table, table.siteId)} and ${named(pairs, own)} = ${named(table, table.id)}
        order by 1)`,
    ]),
  )
}

function named(table: PgTable, column: PgColumn): SQL {
  return sql`${sql.identifier(getTableName(table))}.${sql.identifier(toSnakeCase(column.name))}`
}

/** Replaces the linked ids of every property that the body names. */
export async function writeLinks(tx: Tx, siteId: SiteId, links: Links, id: Id, body: object): Promise<void> {
  for (const [property, { table, own, other }] of Object.entries(links)) {
    const given = (body as Record<string, Id[] | null | undefined>)[property]
    if (given === undefined) continue
    await tx.delete(table as PgTable).where(and(eq(table.siteId, siteId), eq(own, id)))
    const unique = [...new Set(given ?? [])]
    if (!unique.length) continue
    const names = columnNames(table)
    const rows = unique.map((otherId) => ({ siteId, [names(own)]: id, [names(other)]: otherId }))
    // a pair can be made from both of its sides at once
    await tx
      .insert(table as PgTable)
      .values(rows)
      .onConflictDoNothing()
  }
}

/** Removes every link of an object that is about to go. */
export async function removeLinks(tx: Tx, siteId: SiteId, links: Links, id: Id): Promise<void> {
  for (const { table, own } of Object.values(links)) {
    await tx.delete(table as PgTable).where(and(eq(table.siteId, siteId), eq(own, id)))
  }
}

function columnNames(table: PgTable): (column: PgColumn) => string {
  const entries = Object.entries(table as unknown as Record<string, unknown>)
  return (column) => entries.find(([, held]) => held === column)?.[0] ?? column.name
}
