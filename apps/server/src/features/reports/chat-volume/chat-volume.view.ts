import type { ChatVolumeGroup, Shape } from '@parley/contract'
import type { ReportZone } from '../shared/report-zone.ts'
import {
  type Bucket,
  bucketStart,
  type CalendarGroup,
  calendarBuckets,
  formatHalfHour,
  formatHourOfWeek,
  formatWall,
} from '../shared/time-buckets.ts'
import type { SlotCounts } from './chat-volume.query.ts'

export type ChatVolumeRow = Shape<'ChatVolumeRow'>

interface Counts {
  chats: number
  missed: number
  refused: number
}

const HALF_HOUR_MS = 1_800_000
const HOUR_MS = 3_600_000

/** Rows by hour, day, week or month, in order, empty ones included. */
export function calendarRows(
  group: CalendarGroup,
  zone: ReportZone,
  range: Bucket,
  slots: readonly SlotCounts[],
): ChatVolumeRow[] {
  const sums = sumBy(slots, ({ at }) => bucketStart(group, at + zone.offsetAt(at)))
  return calendarBuckets(group, range.from, range.to).map(({ from, to }) => ({
    time: { from: formatWall(from), to: formatWall(to) },
    ...totals(sums.get(bucketStart(group, from))),
  }))
}

/** Average per hour of the week, or per half hour of the day, over every time it occurs in the range. */
export function distributionRows(
  group: Extract<ChatVolumeGroup, '24*7Distribution' | 'halfHourDistribution'>,
  zone: ReportZone,
  range: Bucket,
  slots: readonly SlotCounts[],
): ChatVolumeRow[] {
  const isWeek = group === '24*7Distribution'
  const place = isWeek ? hourOfWeek : halfHourOfDay
  const step = isWeek ? HOUR_MS : HALF_HOUR_MS
  const format = isWeek ? formatHourOfWeek : formatHalfHour
  const occurrences = countOccurrences(range, step, place)
  const sums = sumBy(slots, ({ at }) => place(at + zone.offsetAt(at)))
  return Array.from({ length: isWeek ? 168 : 48 }, (_, index) => {
    const { chats, missed, refused } = sums.get(index) ?? NONE
    const times = Math.max(occurrences.get(index) ?? 0, 1)
    return {
      time: { from: format(index), to: format(index + 1) },
      avgChatRequests: (chats + missed + refused) / times,
      avgChats: chats / times,
      avgMissedChats: missed / times,
      avgRefusedChats: refused / times,
    }
  })
}

/** One row per campaign or department; those without a chat in the range have a row of zeros. */
export function dimensionRows(
  key: 'campaignId' | 'departmentId' | 'visitorSegmentId',
  ids: readonly string[],
  slots: readonly SlotCounts[],
): ChatVolumeRow[] {
  const sums = sumBy(slots, ({ dimensionId }) => dimensionId)
  return ids.map((id) => ({ [key]: id, ...totals(sums.get(id)) }))
}

const NONE: Counts = { chats: 0, missed: 0, refused: 0 }

function totals({ chats, missed, refused }: Counts = NONE) {
  return { chatRequests: chats + missed + refused, chats, missedChats: missed, refusedChats: refused }
}

function sumBy<K>(slots: readonly SlotCounts[], keyOf: (slot: SlotCounts) => K): Map<K, Counts> {
  const sums = new Map<K, Counts>()
  for (const slot of slots) {
    const key = keyOf(slot)
    const sum = sums.get(key) ?? { ...NONE }
    sum.chats += slot.chats
    sum.missed += slot.missed
    sum.refused += slot.refused
    sums.set(key, sum)
  }
  return sums
}

/** How often every place of the week or day begins within the range. */
function countOccurrences({ from, to }: Bucket, step: number, place: (wall: number) => number): Map<number, number> {
  const counts = new Map<number, number>()
  const first = Math.floor(from / step) * step
  for (let wall = first; wall < to; wall += step) counts.set(place(wall), (counts.get(place(wall)) ?? 0) + 1)
  return counts
}

const hourOfWeek = (wall: number) => new Date(wall).getUTCDay() * 24 + new Date(wall).getUTCHours()
const halfHourOfDay = (wall: number) =>
  Math.floor((((wall % (24 * HOUR_MS)) + 24 * HOUR_MS) % (24 * HOUR_MS)) / HALF_HOUR_MS)
