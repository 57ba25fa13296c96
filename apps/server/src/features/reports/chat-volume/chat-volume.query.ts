import { and, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { chatVolumeDays, chatVolumeDeltas, type rollUpDimensions } from '../../../db/schema/index.ts'

export type Dimension = (typeof rollUpDimensions)[number]

/** Chats requested in one slot of 15 minutes, by outcome. */
export interface SlotCounts {
  /** start of the slot, ms UTC */
  readonly at: number
  readonly dimensionId: string
  readonly chats: number
  readonly missed: number
  readonly refused: number
}

interface Selection {
  readonly dimension: Dimension
  /** undefined: every id of the dimension */
  readonly dimensionId: string | undefined
  readonly fromUtc: number
  readonly toUtc: number
}

const SLOT_MS = 900_000
const DAY_MS = 86_400_000
const dayOf = (utc: number) => new Date(utc).toISOString().slice(0, 10)

interface CountsRow {
  readonly dimensionId: string
  readonly day: string
  /** of a row that is not folded yet, and then the lists hold this slot alone */
  readonly slot: number | null
  readonly chats: number[]
  readonly missed: number[]
  readonly refused: number[]
}

/**
 * The slots of a range that hold any chat, from the roll-ups and from what is not folded into them yet. One statement
 * reads both: what is folded meanwhile must be seen in one of the two, and in one only.
 */
export async function listSlotCounts(db: Db, siteId: SiteId, selection: Selection): Promise<SlotCounts[]> {
  const { rows } = await db.execute(sql`
    select dimension_id as "dimensionId", day::text as day, null::int as slot, chats, missed, refused
    from ${chatVolumeDays} where ${within(chatVolumeDays, siteId, selection)}
    union all
    select dimension_id, day::text, slot,
      array[sum(chats)::int], array[sum(missed)::int], array[sum(refused)::int]
    from ${chatVolumeDeltas} where ${within(chatVolumeDeltas, siteId, selection)}
    group by dimension_id, day, slot`)
  const slots: SlotCounts[] = []
  for (const row of rows as unknown as CountsRow[]) {
    const start = Date.parse(row.day) + (row.slot ?? 0) * SLOT_MS
    for (let slot = 0; slot < row.chats.length; slot++) {
      const counts = { chats: row.chats[slot] ?? 0, missed: row.missed[slot] ?? 0, refused: row.refused[slot] ?? 0 }
      if (counts.chats || counts.missed || counts.refused)
        slots.push({ ...counts, dimensionId: row.dimensionId, at: start + slot * SLOT_MS })
    }
  }
  return slots.filter(({ at }) => at >= selection.fromUtc && at < selection.toUtc)
}

function within(
  table: typeof chatVolumeDays | typeof chatVolumeDeltas,
  siteId: SiteId,
  { dimension, dimensionId, fromUtc, toUtc }: Selection,
): SQL | undefined {
  return and(
    eq(table.siteId, siteId),
    eq(table.dimension, dimension),
    dimensionId === undefined ? undefined : eq(table.dimensionId, dimensionId),
    gte(table.day, dayOf(fromUtc)),
    lte(table.day, dayOf(toUtc + DAY_MS)),
  )
}

/**
 * Counts by one dimension within another, from the chats themselves: roll-ups are kept by one dimension at a time, and
 * this question is rare.
 */
export async function listCrossCounts(
  db: Db,
  siteId: SiteId,
  {
    by,
    filter,
    filterId,
    fromUtc,
    toUtc,
  }: {
    by: 'campaign' | 'department'
    filter: 'campaign' | 'department'
    filterId: string
    fromUtc: number
    toUtc: number
  },
): Promise<SlotCounts[]> {
  const column = { campaign: sql`campaign_id`, department: sql`department_id` }
  const { rows } = await db.execute(sql`
    select ${column[by]}::text as "dimensionId",
      count(*) filter (where status = 'normal')::int as chats,
      count(*) filter (where status = 'missed')::int as missed,
      count(*) filter (where status = 'refused')::int as refused
    from chats
    where site_id = ${siteId} and ${column[filter]} = ${filterId} and ${column[by]} is not null and status is not null
      and requested_time >= ${new Date(fromUtc).toISOString()} and requested_time < ${new Date(toUtc).toISOString()}
    group by 1`)
  return rows.map((row) => ({ ...(row as unknown as SlotCounts), at: fromUtc }))
}
