import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { nameStatements } from './named-statements.ts'
import * as schema from './schema/index.ts'

/** The database, or a transaction on it: repository functions take either. */
export type Db = Pick<
  NodePgDatabase<typeof schema>,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute' | '$with' | 'with'
>
// biome-ignore lint/suspicious/noExplicitAny: drizzle's own type parameters
export type Tx = PgTransaction<any, any, any> & Db

export interface Database {
  readonly db: NodePgDatabase<typeof schema>
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool of connections. Broken idle connections are reported to `onError` and replaced. */
export function openDatabase(url: string, options: { onError: (error: Error) => void; max?: number }): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 20, application_name: 'parley' })
  pool.on('error', (error: Error & { client?: unknown }) => {
    // the driver hangs the whole connection on it, with every statement that was sent: nothing for a log
    delete error.client
    options.onError(error)
  })
  nameStatements(pool)
  // a connection can break while it is lent out, too
  pool.on('connect', (client) => client.on('error', options.onError))
  return { db: drizzle(pool, { schema, casing: 'snake_case' }), pool, close: () => pool.end() }
}
