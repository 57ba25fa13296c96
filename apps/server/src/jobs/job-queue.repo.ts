import { sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import type { JobPayloads } from './job-payloads.ts'

export interface JobOptions {
  /** when it is to run; at once unless given */
  readonly runAt?: Date
  /** a later job with the same key takes the place of this one while it waits */
  readonly key?: string
}

/** Adds a job in the caller's transaction: it runs if and only if that commits, in any process, once. */
export async function addJob<N extends keyof JobPayloads>(
  db: Db,
  name: N,
  payload: JobPayloads[N],
  options: JobOptions = {},
): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job(
      ${name}::text, ${JSON.stringify(payload)}::json,
      run_at := ${options.runAt?.toISOString() ?? null}::timestamptz, job_key := ${options.key ?? null}::text)`)
}
