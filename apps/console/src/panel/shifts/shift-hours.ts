import type { Shape } from '@parley/contract'

/** A stretch of a shift's week as a form keeps it. */
export type Hours = Pick<Shape<'WorkingHours'>, 'dayOfWeek' | 'startTime' | 'endTime' | 'awayStatusId'>
export type Day = Hours['dayOfWeek']

const DAY_MINUTES = 24 * 60

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

/** The days that are not the weekend. */
export const workDays: readonly Day[] = weekDays
  .map(({ day }) => day)
  .filter((day) => day !== 'saturday' && day !== 'sunday')

/** Nine to five on the days most people work. */
export function usualWeek(): Hours[] {
  return workDays.map((day) => ({ dayOfWeek: day, startTime: '09:00', endTime: '17:00', awayStatusId: null }))
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

/** The week with some days made like one of them. */
export function copyDay(rows: readonly Hours[], from: Day, to: readonly Day[]): Hours[] {
  const others = to.filter((day) => day !== from)
  const kept = rows.filter(({ dayOfWeek }) => !others.includes(dayOfWeek))
  const own = rows.filter(({ dayOfWeek }) => dayOfWeek === from)
  return [...kept, ...others.flatMap((day) => own.map((row) => ({ ...row, dayOfWeek: day })))]
}

/** The number of the row a refusal is about: `Parameter 'workingHours[2].endTime' …` is about 2. */
export function refusedRow(list: 'workingHours' | 'holidays', error: unknown): number | undefined {
  const index = typeof error === 'string' ? new RegExp(`'${list}\\[(\\d+)\\]`, 'u').exec(error)?.[1] : undefined
  return index === undefined ? undefined : Number(index)
}

/** The hours a week takes, as words: 42.5 h. What ends before its beginning goes on over midnight. */
export function weekHours(rows: readonly Pick<Hours, 'startTime' | 'endTime'>[]): string {
  const minutes = rows
    .map(({ startTime, endTime }) => toMinutes(endTime) - toMinutes(startTime))
    .reduce((sum, length) => sum + (length >= 0 ? length : length + DAY_MINUTES), 0)
  return `${Math.round(minutes / 6) / 10} h`
}

function toMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
