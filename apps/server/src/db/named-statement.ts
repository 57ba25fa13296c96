import { createHash } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'

const dialect = new PgDialect({ casing: 'snake_case' })

/** More texts than this are not kept by name: every connection holds the plan of each. */
const MOST_NAMES = 50
const names = new Map<string, string>()

/**
 * Runs a statement that is asked often under a name, so that every connection plans it once. Texts are built from a few
 * filters; rare combinations beyond the limit are planned every time.
 */
export async function runNamed<T extends pg.QueryResultRow>(pool: pg.Pool, statement: SQL): Promise<T[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  const name = nameOf(text)
  const { rows } = await pool.query<T>({ text, values: params, ...(name ? { name } : {}) })
  return rows
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST_NAMES) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}
