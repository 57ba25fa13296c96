import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { agents } from '../db/schema/index.ts'
import { LOCK_MINUTES } from './agent-access.repo.ts'

/** Wrong passwords within this many minutes count together. */
const COUNTED_MINUTES = 15
const WRONG_BEFORE_LOCK = 5

/** One e-mail address is tried on at most this many sites: every try costs a hash. */
const MOST_SITES = 8

export interface LoginRow {
  readonly siteId: number
  readonly id: number
  readonly passwordHash: string | null
  readonly isActive: boolean
  readonly isLocked: boolean
  readonly tokenGeneration: number
}

/** The agent with this address on the site. */
export async function findLogin(db: Db, siteId: number, email: string): Promise<LoginRow | undefined> {
  const [row] = await db
    .select({
      siteId: agents.siteId,
      id: agents.id,
      passwordHash: agents.passwordHash,
      isActive: agents.isActive,
      isLocked: sql<boolean>`coalesce(${agents.lockedTime} > now() - make_interval(mins => ${LOCK_MINUTES}), false)`,
      tokenGeneration: agents.tokenGeneration,
    })
    .from(agents)
    .where(and(eq(agents.siteId, siteId), sql`lower(${agents.email}) = lower(${email})`))
  return row
}

/** The sites on which somebody signs in with this address. */
export async function findLoginSites(db: Db, email: string): Promise<number[]> {
  const rows = await db
    .select({ siteId: agents.siteId })
    .from(agents)
    .where(sql`lower(${agents.email}) = lower(${email})`)
    .orderBy(agents.siteId)
    .limit(MOST_SITES)
  return rows.map(({ siteId }) => siteId)
}

/** Counts a wrong password; the fifth within 15 minutes locks the account. One statement, so that none is lost. */
export async function recordWrongPassword(db: Db, siteId: number, agentId: number): Promise<{ isLocked: boolean }> {
  const { rows } = await db.execute(sql`
    update agents set
      failed_logins = case when first_failed_time > now() - make_interval(mins => ${COUNTED_MINUTES}) then failed_logins + 1 else 1 end,
      first_failed_time = case when first_failed_time > now() - make_interval(mins => ${COUNTED_MINUTES}) then first_failed_time else now() end,
      locked_time = case
        when first_failed_time > now() - make_interval(mins => ${COUNTED_MINUTES}) and failed_logins + 1 >= ${WRONG_BEFORE_LOCK} then now()
        else locked_time end
    where site_id = ${siteId} and id = ${agentId}
    returning locked_time is not null and locked_time = now() as "isLocked"`)
  return { isLocked: Boolean(rows[0]?.isLocked) }
}

/** Forgets wrong passwords and an old lock after a right one. */
export async function recordSignIn(db: Db, siteId: number, agentId: number, now: Date): Promise<void> {
  await db
    .update(agents)
    .set({ failedLogins: 0, firstFailedTime: null, lockedTime: null, lastLoginTime: now })
    .where(and(eq(agents.siteId, siteId), eq(agents.id, agentId)))
}
