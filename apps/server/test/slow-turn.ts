import { findIana } from 'windows-iana'
import type { StoredShift } from '../src/features/account/shifts/shift-plans.ts'
import type { Turn } from '../src/features/account/shifts/shift-rules.ts'

const MINUTE = 60_000
const STEP = 15 * MINUTE
const DAYS_BACK = 16

interface Reading {
  readonly time: number
  readonly date: string
  readonly clock: string
}

/**
 * What a shift asks for, by reading a clock every quarter of an hour of the days before: slow, and without any
 * arithmetic of offsets. The rules have to come to the same for hours that begin and end at such times.
 */
export function slowTurn(shift: StoredShift, awayStatuses: ReadonlyMap<string, string>, moment: number): Turn {
  const readings = readClock(shift, moment)
  const ended: { from: number; to: number; status: string }[] = []
  const dates = [...new Set(readings.map(({ date }) => date))].slice(1)
  for (const date of dates) {
    if (isHoliday(shift, date)) continue
    const weekday = weekdayOf(date)
    for (const hours of shift.workingHours) {
      if (hours.dayOfWeek !== weekday) continue
      const goesOver = hours.endTime <= hours.startTime
      const after = nextDate(date)
      const from = firstAt(readings, date, hours.startTime)
      const end = goesOver && isHoliday(shift, after) ? '00:00' : hours.endTime
      const to = firstAt(readings, goesOver ? after : date, end)
      if (from === undefined || (to !== undefined && to <= from)) continue
      if (to === undefined) return { isWorking: true, status: 'Online' }
      ended.push({ from, to, status: awayStatuses.get(hours.awayStatusId ?? '') ?? 'Away' })
    }
  }
  ended.sort((one, other) => other.to - one.to || other.from - one.from)
  return { isWorking: false, status: ended[0]?.status ?? 'Away' }
}

/** The first quarter up to the moment at which the clock shows the time of the date, or a later one. */
function firstAt(readings: readonly Reading[], date: string, clock: string): number | undefined {
  return readings.find((one) => one.date > date || (one.date === date && one.clock >= clock))?.time
}

function readClock({ timeZone, ifAutoDetectDayLight }: StoredShift, moment: number): Reading[] {
  const iana = findIana(timeZone ?? 'UTC')[0] ?? 'UTC'
  const zone = ifAutoDetectDayLight === false ? standardOf(iana) : iana
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const readings: Reading[] = []
  const begin = Math.floor(moment / STEP) * STEP - DAYS_BACK * 24 * 60 * MINUTE
  for (let time = begin; time <= moment; time += STEP) {
    const [date = '', clock = ''] = format.format(time).split(', ')
    readings.push({ time, date, clock })
  }
  return readings
}

/** A zone that is never put forward: what the places themselves would show without summer. */
function standardOf(iana: string): string {
  const fixed: Readonly<Record<string, string>> = {
    'Europe/Berlin': 'Etc/GMT-1',
    'America/Los_Angeles': 'Etc/GMT+8',
    'Australia/Sydney': 'Etc/GMT-10',
    'Atlantic/Azores': 'Etc/GMT+1',
  }
  return fixed[iana] ?? iana
}

function isHoliday({ holidays }: StoredShift, date: string): boolean {
  return holidays.some((holiday) => holiday.date === date)
}

function weekdayOf(date: string): string {
  const day = new Date(`${date}T12:00:00Z`)
  return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'long' }).format(day).toLowerCase()
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + 24 * 60 * MINUTE).toISOString().slice(0, 10)
}
