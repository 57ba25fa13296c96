const DAY_MS = 86_400_000

/** The ranges one chooses from; `custom` takes two days. */
export const ranges = [
  { value: 'today', label: 'Today', days: 1 },
  { value: '7', label: 'Last 7 days', days: 7 },
  { value: '30', label: 'Last 30 days', days: 30 },
  { value: '90', label: 'Last 90 days', days: 90 },
  { value: '365', label: 'Last 12 months', days: 365 },
  { value: 'custom', label: 'Other days', days: 0 },
] as const

export const DEFAULT_RANGE = '7'

/** What the address says of the range. */
export interface RangeQuery {
  readonly range?: string
  readonly from?: string
  readonly to?: string
}

/** From the start of the first local day to the end of the last one, as the API takes it. */
export function timeRange(query: RangeQuery, now: Date): { timeFrom: string; timeTo: string } {
  const today = startOfDay(now)
  if (query.range === 'custom') {
    const from = parseDay(query.from) ?? today
    const to = parseDay(query.to) ?? today
    const [first, last] = from <= to ? [from, to] : [to, from]
    return { timeFrom: first.toISOString(), timeTo: nextDay(last).toISOString() }
  }
  const days = ranges.find(({ value }) => value === query.range)?.days ?? Number(DEFAULT_RANGE)
  // Around a change of the clock a day has 23 or 25 hours: noon of the wanted day is always inside it.
  const first = startOfDay(new Date(today.getTime() - (days - 1) * DAY_MS + DAY_MS / 2))
  return { timeFrom: first.toISOString(), timeTo: nextDay(today).toISOString() }
}

function startOfDay(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate())
}

function nextDay(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1)
}

function parseDay(text: string | undefined): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text ?? '')
  return match ? new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : null
}
