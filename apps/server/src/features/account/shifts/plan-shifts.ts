import type { Db } from '../../../db/db.ts'
import { addJob } from '../../../jobs/job-queue.repo.ts'

/** A site has one job about its shifts for when hours begin or end next, called this and the site's number. */
export const SHIFT_JOB_PREFIX = 'apply-shifts:'

/**
 * Has the site's shifts looked at as soon as this is committed, because they or their agents change. The job has a key
 * of its own: a look that is under way has not seen the change, and must not put this one off when it plans the next.
 */
export async function planShifts(db: Db, siteId: number): Promise<void> {
  await addJob(db, 'apply-shifts', { siteId }, { key: `apply-changed-shifts:${siteId}` })
}

/** Has the site's shifts looked at when hours begin or end next, and only then unless they change. */
export async function planNextShifts(db: Db, siteId: number, runAt: Date): Promise<void> {
  await addJob(db, 'apply-shifts', { siteId }, { key: `${SHIFT_JOB_PREFIX}${siteId}`, runAt })
}
