import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { PoolClient } from 'pg'
import { migrateJobQueue } from '../jobs/migrate-job-queue.ts'
import type { Database } from './db.ts'

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))
/** Any number, as long as every process takes the same: only one migrates at a time. */
const MIGRATION_LOCK = 4_000_187

/** The database holds migrations that this version has never heard of. */
export class NewerDatabaseError extends Error {
  constructor(last: number, known: number) {
    super(
      `The database was brought up to date by a newer version of Parley (its last change is of ${dayOf(last)}, the last one ` +
        `known here of ${dayOf(known)}). Start that version or a later one, or restore the backup made before the upgrade.`,
    )
  }
}

const dayOf = (time: number) => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')

/** Brings the schema up to date; several processes may call it at once. Refuses a database of a newer version. */
export async function migrateDatabase({ db, pool }: Database): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await refuseNewer(client)
    await migrate(db, { migrationsFolder: MIGRATIONS })
    await migrateJobQueue(pool)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    client.release()
  }
}

/** Migrations only go forward: an older version would run on tables whose rules it does not know, and break them. */
async function refuseNewer(client: PoolClient): Promise<void> {
  const { rows } = await client.query(`select to_regclass('drizzle.__drizzle_migrations') is not null as "isThere"`)
  if (!rows[0]?.isThere) return
  const last = await client.query('select max(created_at)::float8 as last from drizzle.__drizzle_migrations')
  const known = Math.max(
    ...readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ folderMillis }) => folderMillis),
  )
  if (last.rows[0]?.last > known) throw new NewerDatabaseError(last.rows[0].last, known)
}
