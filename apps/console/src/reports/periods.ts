const DAY_MS = 86_400_000

/** A stretch of whole days: `from` inclusive, `to` exclusive, both `YYYY-MM-DD` in the report's time zone. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** The date ranges one can choose by name; whole weeks, so that Mondays are held against Mondays. */
export const presets = [
  { id: 'today', label: 'Today' },
  { id: 'yesterday', label: 'Yesterday' },
  { id: '7d', label: 'Last 7 days' },
  { id: '28d', label: 'Last 28 days' },
  { id: 'month', label: 'This month' },
  { id: 'last-month', label: 'Last month' },
  { id: '12m', label: 'Last 12 months' },
] as const
export type PresetId = (typeof presets)[number]['id']

/** The day after (or before) a day. */
export function addDays(day: string, count: number): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS)
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function addMonths(firstOfMonth: string, count: number): string {
  const date = new Date(`${firstOfMonth}T00:00:00Z`)
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1))
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`
}

/** How many days a period has. */
export function dayCount({ from, to }: Period): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** What the clocks on the wall show `offset` minutes east of Greenwich, as if it were UTC. */
export function localNow(now: number, offset: number): string {
  return new Date(now + offset * 60_000).toISOString().slice(0, 19)
}

/** The days of a preset, seen from `today`. */
export function presetPeriod(id: PresetId, today: string): Period {
  const tomorrow = addDays(today, 1)
  switch (id) {
    case 'today':
      return { from: today, to: tomorrow }
    case 'yesterday':
      return { from: addDays(today, -1), to: today }
    case '7d':
      return { from: addDays(today, -6), to: tomorrow }
    case '28d':
      return { from: addDays(today, -27), to: tomorrow }
    case 'month':
      return { from: firstOfMonth(today), to: tomorrow }
    case 'last-month':
      return { from: addMonths(firstOfMonth(today), -1), to: firstOfMonth(today) }
    case '12m':
      return { from: addMonths(firstOfMonth(today), -11), to: tomorrow }
  }
}

/** The period just before: as many whole months when the period is whole months, else as many days. */
export function previousPeriod(period: Period): Period {
  const isMonths = period.from.endsWith('-01') && period.to.endsWith('-01') && period.from !== period.to
  if (!isMonths) return { from: addDays(period.from, -dayCount(period)), to: period.from }
  const months = (at: string) => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7))
  return { from: addMonths(period.from, months(period.from) - months(period.to)), to: period.from }
}

/**
 * Where the previous period is cut so that it is as far along as this one: half of today is held against
 * half of yesterday. A past period is compared whole.
 */
export function comparableEnd(period: Period, previous: Period, now: string): string {
  const start = Date.parse(`${period.from}T00:00:00Z`)
  const elapsed = Date.parse(`${now}Z`) - start
  const wholePrevious = `${previous.to}T00:00:00`
  if (now >= `${period.to}T00:00:00` || elapsed < 0) return wholePrevious
  const end = new Date(Date.parse(`${previous.from}T00:00:00Z`) + elapsed).toISOString().slice(0, 19)
  return end < wholePrevious ? end : wholePrevious
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const fullFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `3 Oct`, with the year when asked. */
export function formatDay(day: string, { withYear = false } = {}): string {
  return (withYear ? fullFormat : dayFormat).format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
}

/** `1 – 14 Oct 2026`, as short as it can be without becoming unclear. */
export function formatPeriod(period: Period): string {
  const last = addDays(period.to, -1)
  if (last <= period.from) return formatDay(period.from, { withYear: true })
  if (last.slice(0, 7) === period.from.slice(0, 7)) {
    return `${Number(period.from.slice(8))} – ${formatDay(last, { withYear: true })}`
  }
  const isOneYear = last.slice(0, 4) === period.from.slice(0, 4)
  return `${formatDay(period.from, { withYear: !isOneYear })} – ${formatDay(last, { withYear: true })}`
}
