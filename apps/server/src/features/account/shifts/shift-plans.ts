import type { HolidayRow, WorkingHoursRow } from '../../../db/schema/index.ts'
import { dayNumber, wallClock } from '../../../lib/wall-clocks.ts'
import { PLAIN_AWAY, type ShiftPlan, type WeeklyHours } from './shift-rules.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const DAY_MINUTES = 24 * 60

/** A shift as it is stored, as far as time goes. */
export interface StoredShift {
  readonly timeZone: string | null
  readonly ifAutoDetectDayLight: boolean | null
  readonly holidays: readonly HolidayRow[]
  readonly workingHours: readonly WorkingHoursRow[]
}

/** What a stored shift means: the site's zone when it has none, daylight saving unless that is switched off. */
export function shiftPlan(
  shift: StoredShift,
  { siteTimeZone, awayStatuses }: { siteTimeZone: string; awayStatuses: ReadonlyMap<string, string> },
): ShiftPlan {
  return {
    clock: wallClock(shift.timeZone ?? siteTimeZone, shift.ifAutoDetectDayLight !== false),
    hours: shift.workingHours.map((hours) => weeklyHours(hours, awayStatuses)),
    holidays: new Set(shift.holidays.map(({ date }) => dayNumber(date))),
  }
}

/** The times of working hours as minutes; hours that end before they begin go over midnight. */
export function minutesOf({ startTime, endTime }: Pick<WorkingHoursRow, 'startTime' | 'endTime'>): {
  from: number
  to: number
} {
  const [from, to] = [minuteOf(startTime), minuteOf(endTime)]
  return { from, to: to > from ? to : to + DAY_MINUTES }
}

function weeklyHours(row: WorkingHoursRow, awayStatuses: ReadonlyMap<string, string>): WeeklyHours {
  const awayStatus = (row.awayStatusId && awayStatuses.get(row.awayStatusId)) || PLAIN_AWAY
  return { weekday: WEEKDAYS.indexOf(row.dayOfWeek), ...minutesOf(row), awayStatus }
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
