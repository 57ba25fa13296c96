import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'

const dialect = new PgDialect({ casing: 'snake_case' })

/** Runs a statement and gives its rows as the driver reads them, times as dates: for lists in which every moment counts. */
export async function queryRows<T extends pg.QueryResultRow>(pool: pg.Pool, statement: SQL): Promise<T[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return (await pool.query<T>({ text, values: params })).rows
}
