import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { SiteId } from '../context.ts'
import type { Db, Tx } from '../db/db.ts'

/** Tables whose rows are counted as they come and go: whole, or by the day of their time. */
export type CountedList = 'agents' | 'contacts' | 'audit_logs'
/** Pairs counted for each of what they belong to. */
export type CountedMembers = `${'agent_roles' | 'department_agents'}:${string}`
export type CountedByDay = 'chat_words' | 'offline_messages' | 'visitors'

const DAY_MS = 86_400_000
/** Only one process folds at a time; any number that nothing else uses. */
const FOLD_LOCK = 4_000_191
/** Days folded in one go. */
const BATCH = 1_000

interface TransactionalDb {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** How many rows a site has in a list, without counting them. */
export function countOfAll(siteId: SiteId | Placeholder, list: CountedList | CountedMembers): SQL<number> {
  return sql<number>`(select coalesce(sum(n.count), 0)::int from list_counts n
    where n.site_id = ${siteId} and n.list = ${list})`
}

/**
 * How many rows of a list lie in a time: the sums of its whole days, and what `countBetween` counts in the parts of days
 * at both ends.
 */
export function countOfTime(
  siteId: SiteId,
  list: CountedByDay,
  { from, to }: { readonly from: Date; readonly to: Date },
  countBetween: (from: Date, to: Date) => SQL,
): SQL<number> {
  const first = new Date(Math.ceil(from.getTime() / DAY_MS) * DAY_MS)
  const end = new Date(Math.floor(to.getTime() / DAY_MS) * DAY_MS)
  if (first.getTime() >= end.getTime()) return sql<number>`(${countBetween(from, to)})::int`
  return sql<number>`((select coalesce(sum(n.count), 0) from list_counts n where n.site_id = ${siteId} and n.list = ${list}
    and n.day >= (${first.toISOString()}::timestamptz at time zone 'UTC')::date
    and n.day < (${end.toISOString()}::timestamptz at time zone 'UTC')::date)
    + (${countBetween(from, first)}) + (${countBetween(end, to)}))::int`
}

/** Puts counts of the same day together. Returns how many were taken; 0 when somebody else is at it. */
export async function foldListCounts(db: TransactionalDb & Pick<Db, 'execute'>): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows: locks } = await tx.execute(sql`select pg_try_advisory_xact_lock(${FOLD_LOCK}) as mine`)
    if (!locks[0]?.mine) return 0
    const { rows } = await tx.execute(sql`
      with days as (
        select site_id, list, day from list_counts group by 1, 2, 3 having count(*) > 1 limit ${BATCH}
      ), taken as (
        delete from list_counts n using days d
        where n.site_id = d.site_id and n.list = d.list and n.day = d.day
        returning n.*
      ), stored as (
        insert into list_counts (site_id, list, day, count)
        select site_id, list, day, sum(count)::int from taken group by 1, 2, 3 having sum(count) <> 0
      )
      select count(*)::int as folded from taken`)
    return Number(rows[0]?.folded ?? 0)
  })
}
