import { ianaZone, offsetAt } from './local-days.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A clock on a wall: how far (ms) it is ahead of UTC at a moment. */
export type WallClock = (time: number) => number

/**
 * The clock of a Windows time zone. One that does not follow daylight saving shows the zone's standard time all year,
 * which is the lesser of its offsets in January and July: clocks go forward in summer, on either side of the equator.
 */
export function wallClock(windowsId: string, followsDaylightSaving: boolean): WallClock {
  const zone = ianaZone(windowsId)
  if (followsDaylightSaving) return (time) => offsetAt(time, zone)
  const standard = new Map<number, number>()
  return (time) => {
    const year = new Date(time).getUTCFullYear()
    const known = standard.get(year) ?? Math.min(...[0, 6].map((month) => offsetAt(Date.UTC(year, month, 1), zone)))
    standard.set(year, known)
    return known
  }
}

/** The number of the day (days since 1970-01-01) that a clock shows at a moment. */
export function dayShown(clock: WallClock, time: number): number {
  return Math.floor((time + clock(time)) / DAY_MS)
}

/** The number of a day written as yyyy-MM-dd. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** The weekday of a numbered day; Sunday is 0. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/**
 * When a clock reaches a time of a day for the first time, or skips it: a time that daylight saving leaves out is the
 * moment of the change, a time that comes twice is the first of the two.
 */
export function momentShown(clock: WallClock, day: number, minutes: number): number {
  const shown = day * DAY_MS + minutes * MINUTE_MS
  // no zone is further from UTC than this, and none changes its clock twice within two days
  const before = clock(shown - 15 * HOUR_MS)
  const after = clock(shown + 15 * HOUR_MS)
  if (clock(shown - before) === before) return shown - before
  if (clock(shown - after) === after) return shown - after
  return changeBetween(clock, shown - after, shown - before)
}

/** The moment a clock is changed; it is still the old one at `early` and the new one at `late`. */
function changeBetween(clock: WallClock, early: number, late: number): number {
  const old = clock(early)
  let [from, to] = [early, late]
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2)
    if (clock(middle) === old) from = middle
    else to = middle
  }
  return to
}
