import { fileURLToPath } from 'node:url'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { migrateJobQueue } from '../jobs/migrate-job-queue.ts'
import type { Database } from './db.ts'

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))
/** Any number, as long as every process takes the same: only one migrates at a time. */
const MIGRATION_LOCK = 4_000_187

/** Brings the schema up to date; several processes may call it at once. */
export async function migrateDatabase({ db, pool }: Database): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(db, { migrationsFolder: MIGRATIONS })
    await migrateJobQueue(pool)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    client.release()
  }
}
