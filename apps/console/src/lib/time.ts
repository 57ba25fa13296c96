const MINUTE_S = 60
const HOUR_S = 3600
const DAY_S = 86_400

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const dayAndMonth = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })
const dayMonthYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' })
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** The time of day: 14:05. */
export function clockTime(iso: string): string {
  return clock.format(new Date(iso))
}

/** Date and time, for tables and tooltips. */
export function dateTime(iso: string | null | undefined): string {
  return iso ? full.format(new Date(iso)) : ''
}

/** Date and time as short as they are clear: Today 9:00, 3 Mar 9:00, 3 Mar 2025. */
export function when(iso: string | null | undefined, now: number): string {
  if (!iso) return ''
  const day = dayName(iso, now)
  if (day === 'Today' || day === 'Yesterday') return `${day} ${clockTime(iso)}`
  const date = new Date(iso)
  if (date.getFullYear() !== new Date(now).getFullYear()) return dayMonthYear.format(date)
  return `${shortDay.format(date)} ${clockTime(iso)}`
}

/** The local calendar day, as a key that compares. */
export function dayKey(iso: string): string {
  const date = new Date(iso)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}

/** A day in words: Today, Yesterday, Monday 3 March, 3 March 2025. */
export function dayName(iso: string, now: number): string {
  const key = dayKey(iso)
  if (key === dayKey(new Date(now).toISOString())) return 'Today'
  if (key === dayKey(new Date(now - DAY_S * 1000).toISOString())) return 'Yesterday'
  const date = new Date(iso)
  return date.getFullYear() === new Date(now).getFullYear() ? dayAndMonth.format(date) : dayMonthYear.format(date)
}

/** A running time: 0:09, 4:05, 1:02:33. */
export function timer(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = [Math.floor((whole % HOUR_S) / MINUTE_S), whole % MINUTE_S]
  const hours = Math.floor(whole / HOUR_S)
  const padded = (value: number) => String(value).padStart(2, '0')
  return hours ? `${hours}:${parts.map(padded).join(':')}` : `${parts[0]}:${padded(parts[1] ?? 0)}`
}

/** How long ago, as short as a list row wants it: now, 3m, 2h, 3 Mar. */
export function age(iso: string, now: number): string {
  const seconds = secondsSince(iso, now)
  if (seconds < MINUTE_S) return 'now'
  if (seconds < HOUR_S) return `${Math.floor(seconds / MINUTE_S)}m`
  if (seconds < DAY_S) return `${Math.floor(seconds / HOUR_S)}h`
  return shortDay.format(new Date(iso))
}

/** A length in words: 45 s, 12 min, 2 h 5 min. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < MINUTE_S) return `${whole} s`
  if (whole < HOUR_S) return `${Math.round(whole / MINUTE_S)} min`
  const minutes = Math.floor((whole % HOUR_S) / MINUTE_S)
  return minutes ? `${Math.floor(whole / HOUR_S)} h ${minutes} min` : `${Math.floor(whole / HOUR_S)} h`
}

/** Seconds from then to now, never negative: clocks differ. */
export function secondsSince(iso: string, now: number): number {
  return Math.max(0, (now - Date.parse(iso)) / 1000)
}
