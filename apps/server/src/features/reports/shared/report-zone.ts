import { findTimeZoneId } from '@parley/contract'
import { invalid } from '../../../lib/app-error.ts'
import { ianaZone } from '../../../lib/local-days.ts'

const MINUTE_MS = 60_000
export const SLOT_MS = 15 * MINUTE_MS
const HOUR_MS = 60 * MINUTE_MS
/** No place is further from UTC than this. */
const LARGEST_OFFSET_MINUTES = 14 * 60

/**
 * The clock a report is read by. Wall-clock times are numbers of milliseconds as if they were UTC, so that calendar
 * arithmetic needs no zone.
 */
export interface ReportZone {
  /** how far the wall clock is ahead of UTC at this moment (ms) */
  offsetAt(utc: number): number
}

/** Reads the `timezone` parameter: an offset such as +08:00 (whose plus may have become a space), or a Windows id. */
export function readZone(text: string | undefined): ReportZone {
  const given = text ?? '+00:00'
  const match = /^([+\- ])(\d\d):?(\d\d)$/.exec(given)
  if (match) return fixedZone(offsetMinutes(match))
  const id = findTimeZoneId(given)
  if (!id) throw invalid('timezone', 'must be an offset such as +08:00 or the id of a Windows time zone')
  return namedZone(ianaZone(id))
}

function offsetMinutes([, sign, hours, minutes]: RegExpExecArray): number {
  const total = Number(hours) * 60 + Number(minutes)
  if (Number(minutes) > 59 || total > LARGEST_OFFSET_MINUTES || total % 15 !== 0) {
    throw invalid('timezone', 'must be an offset from -14:00 to +14:00 in quarters of an hour')
  }
  return sign === '-' ? -total : total
}

function fixedZone(minutes: number): ReportZone {
  return { offsetAt: () => minutes * MINUTE_MS }
}

/** A place's clock. Offsets change on full hours of UTC at the earliest every hour, so they are kept by hour. */
function namedZone(iana: string): ReportZone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: iana,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const kept = new Map<number, number>()
  return {
    offsetAt(utc) {
      const hour = Math.floor(utc / HOUR_MS)
      const known = kept.get(hour)
      if (known !== undefined) return known
      const parts = Object.fromEntries(
        format.formatToParts(hour * HOUR_MS).map(({ type, value }) => [type, Number(value)]),
      )
      const wall = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute)
      const offset = wall - hour * HOUR_MS
      kept.set(hour, offset)
      return offset
    },
  }
}

/** The moment at which the clock shows this wall time; in the hour that is skipped in spring, the moment after it. */
export function toUtc(zone: ReportZone, wall: number): number {
  const guess = wall - zone.offsetAt(wall)
  return wall - zone.offsetAt(guess)
}
