import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { pino } from 'pino'
import { workerLogger } from './worker-logger.ts'

/** Makes the job queue's own tables, or brings them up to date. */
export async function migrateJobQueue(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: workerLogger(pino({ level: 'silent' })) })
}
