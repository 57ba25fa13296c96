const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type CalendarGroup = 'hour' | 'day' | 'week' | 'month'

/** A stretch of wall-clock time: from (inclusive) to (exclusive), in ms as if UTC. */
export interface Bucket {
  readonly from: number
  readonly to: number
}

/** Every calendar bucket that touches the range, cut at its ends, empty ones included. Weeks begin on Sunday. */
export function calendarBuckets(group: CalendarGroup, from: number, to: number): Bucket[] {
  const buckets: Bucket[] = []
  let start = bucketStart(group, from)
  while (start < to) {
    const end = bucketEnd(group, start)
    buckets.push({ from: Math.max(start, from), to: Math.min(end, to) })
    start = end
  }
  return buckets
}

/** The start of the bucket a wall time lies in. */
export function bucketStart(group: CalendarGroup, wall: number): number {
  if (group === 'hour') return Math.floor(wall / HOUR_MS) * HOUR_MS
  const day = Math.floor(wall / DAY_MS) * DAY_MS
  if (group === 'day') return day
  const date = new Date(day)
  if (group === 'week') return day - date.getUTCDay() * DAY_MS
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
}

function bucketEnd(group: CalendarGroup, start: number): number {
  if (group === 'hour') return start + HOUR_MS
  if (group === 'day') return start + DAY_MS
  if (group === 'week') return start + 7 * DAY_MS
  const date = new Date(start)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

/** yyyy-MM-ddTHH:mm:ss */
export function formatWall(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19)
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `Sun. 13:00` for the nth hour of a week, which begins on Sunday. */
export function formatHourOfWeek(hour: number): string {
  const inWeek = hour % 168
  return `${WEEKDAYS[Math.floor(inWeek / 24)]}. ${String(inWeek % 24).padStart(2, '0')}:00`
}

/** `13:30` for the nth half hour of a day. */
export function formatHalfHour(index: number): string {
  const inDay = index % 48
  return `${String(Math.floor(inDay / 2)).padStart(2, '0')}:${inDay % 2 ? '30' : '00'}`
}
