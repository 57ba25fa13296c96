import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../../../db/db.ts'

/** Deltas taken in one go. */
const BATCH = 10_000
/** Only one process folds at a time; any number that nothing else uses. */
const FOLD_LOCK = 4_000_190

interface TransactionalDb extends Db {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/**
 * Folds appended deltas into the rows of their days, in one statement a batch: what is taken out of the one table is in
 * the other when the transaction commits. Returns how many were folded; 0 when somebody else is at it.
 */
export async function foldChatVolume(db: TransactionalDb): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows: locks } = await tx.execute(sql`select pg_try_advisory_xact_lock(${FOLD_LOCK}) as mine`)
    if (!locks[0]?.mine) return 0
    const { rows } = await tx.execute(sql`
      with taken as (
        delete from chat_volume_deltas d using (
          select site_id, id from chat_volume_deltas order by id limit ${BATCH}
        ) oldest
        where d.site_id = oldest.site_id and d.id = oldest.id
        returning d.*
      ),
      slots as (
        select site_id, dimension, dimension_id, day, slot,
          sum(chats)::int as chats, sum(missed)::int as missed, sum(refused)::int as refused
        from taken group by 1, 2, 3, 4, 5
      ),
      days as (
        select k.site_id, k.dimension, k.dimension_id, k.day,
          array_agg(coalesce(s.chats, 0) order by n) as chats,
          array_agg(coalesce(s.missed, 0) order by n) as missed,
          array_agg(coalesce(s.refused, 0) order by n) as refused
        from (select distinct site_id, dimension, dimension_id, day from slots) k
        cross join generate_series(0, 95) n
        left join slots s on s.site_id = k.site_id and s.dimension = k.dimension and s.dimension_id = k.dimension_id and s.day = k.day and s.slot = n
        group by 1, 2, 3, 4
      ),
      stored as (
        insert into chat_volume_days (site_id, dimension, dimension_id, day, chats, missed, refused)
        select site_id, dimension, dimension_id, day, chats, missed, refused from days
        on conflict (site_id, dimension, dimension_id, day) do update set
          chats = (select array_agg(a + b order by i) from unnest(chat_volume_days.chats, excluded.chats) with ordinality u(a, b, i)),
          missed = (select array_agg(a + b order by i) from unnest(chat_volume_days.missed, excluded.missed) with ordinality u(a, b, i)),
          refused = (select array_agg(a + b order by i) from unnest(chat_volume_days.refused, excluded.refused) with ordinality u(a, b, i))
      )
      select count(*)::int as folded from taken`)
    return Number(rows[0]?.folded ?? 0)
  })
}
