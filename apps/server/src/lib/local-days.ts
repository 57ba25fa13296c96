import { findIana } from 'windows-iana'

/** Zones that Windows keeps for old settings and the library does not know. */
const retired: Readonly<Record<string, string>> = {
  'Kamchatka Standard Time': 'Asia/Kamchatka',
  'Mid-Atlantic Standard Time': 'Etc/GMT+2',
}

/** The IANA name of a Windows time zone id, as JavaScript and PostgreSQL know it. */
export function ianaZone(windowsId: string): string {
  return findIana(windowsId)[0] ?? retired[windowsId] ?? 'UTC'
}

/** From when to when (exclusive) the day lasts that a moment belongs to in a Windows time zone. */
export function localDay(moment: Date, windowsId: string): { from: Date; to: Date } {
  const zone = ianaZone(windowsId)
  const { year, month, day } = wallClock(moment, zone)
  return { from: midnight(zone, year, month, day), to: midnight(zone, year, month, day + 1) }
}

/** The first moment of a local day; where the clock skips midnight, the moment it skips to. */
function midnight(zone: string, year: number, month: number, day: number): Date {
  const asUtc = Date.UTC(year, month - 1, day)
  const guess = asUtc - offsetAt(asUtc, zone)
  return new Date(asUtc - offsetAt(guess, zone))
}

/** How far (ms) an IANA zone is ahead of UTC at a moment. */
export function offsetAt(time: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(new Date(time), zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

const formats = new Map<string, Intl.DateTimeFormat>()

function wallClock(moment: Date, zone: string): Record<Part, number> {
  let format = formats.get(zone)
  if (!format) {
    const two = '2-digit'
    const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', calendar: 'iso8601', ...parts })
    formats.set(zone, format)
  }
  const found = format.formatToParts(moment).map(({ type, value }) => [type, Number(value)])
  return Object.fromEntries(found) as Record<Part, number>
}
