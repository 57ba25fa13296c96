import type { Shape } from '@parley/contract'

/** A stretch of a shift's week as a form keeps it. */
export type Hours = Pick<Shape<'WorkingHours'>, 'dayOfWeek' | 'startTime' | 'endTime' | 'awayStatusId'>
export type Day = Hours['dayOfWeek']

/** The week, as it is shown. */
export const weekDays: readonly { readonly day: Day; readonly label: string }[] = [
  { day: 'monday', label: 'Monday' },
  { day: 'tuesday', label: 'Tuesday' },
  { day: 'wednesday', label: 'Wednesday' },
  { day: 'thursday', label: 'Thursday' },
  { day: 'friday', label: 'Friday' },
  { day: 'saturday', label: 'Saturday' },
  { day: 'sunday', label: 'Sunday' },
]

/** Nine to five on the days most people work. */
export function usualWeek(): Hours[] {
  return weekDays
    .filter(({ day }) => day !== 'saturday' && day !== 'sunday')
    .map(({ day }) => ({ dayOfWeek: day, startTime: '09:00', endTime: '17:00', awayStatusId: null }))
}

/** A stretch to begin with on a day: the usual one, or what follows the last one there is. */
export function nextStretch(day: Day, rows: readonly Hours[]): Hours {
  const last = rows
    .filter(({ dayOfWeek }) => dayOfWeek === day)
    .map(({ endTime }) => endTime)
    .sort()
    .at(-1)
  if (!last) return { dayOfWeek: day, startTime: '09:00', endTime: '17:00', awayStatusId: null }
  const hour = Number(last.slice(0, 2))
  const end = hour < 22 ? `${String(hour + 2).padStart(2, '0')}:${last.slice(3)}` : '23:59'
  return { dayOfWeek: day, startTime: last, endTime: end, awayStatusId: null }
}

/** The hours a week takes, as words: 42.5 h. */
export function weekHours(rows: readonly Hours[]): string {
  const minutes = rows
    .filter(({ awayStatusId }) => !awayStatusId)
    .reduce((sum, { startTime, endTime }) => sum + Math.max(0, toMinutes(endTime) - toMinutes(startTime)), 0)
  return `${Math.round(minutes / 6) / 10} h`
}

function toMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
