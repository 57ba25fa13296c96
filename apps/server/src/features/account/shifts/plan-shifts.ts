import type { Db } from '../../../db/db.ts'
import { addJob } from '../../../jobs/job-queue.repo.ts'

/** A site has one job about its shifts, called this and the site's number. */
export const SHIFT_JOB_PREFIX = 'apply-shifts:'

/** Has the site's shifts looked at: at once, because they or their agents change, or when hours begin or end next. */
export async function planShifts(db: Db, siteId: number, runAt?: Date): Promise<void> {
  await addJob(db, 'apply-shifts', { siteId }, { key: `${SHIFT_JOB_PREFIX}${siteId}`, ...(runAt ? { runAt } : {}) })
}
