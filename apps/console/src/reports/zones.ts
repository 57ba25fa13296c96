import { timeZones } from '@parley/contract'

/** A time zone a report can be read in. */
export interface Zone {
  /** What the API takes: an offset, or a Windows time zone id. */
  readonly id: string
  readonly label: string
}

/** `+02:00` for 120. */
export function formatOffset(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+'
  const size = Math.abs(minutes)
  return `${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

/** The offset this browser is at now. */
export function browserOffset(now = new Date()): string {
  return formatOffset(-now.getTimezoneOffset())
}

/** Minutes east of Greenwich of an offset, or of a zone's standard time; 0 when it is neither. */
export function offsetMinutes(zone: string): number {
  const named = timeZones.find(({ id }) => id === zone)?.displayName
  const match = /([+-])(\d\d):(\d\d)/.exec(named ?? zone)
  if (!match) return 0
  const size = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -size : size
}

/** All zones to choose from, west to east as the API lists them; each id once. */
export const zoneChoices: readonly Zone[] = [
  ...new Map(timeZones.map(({ id, displayName }) => [id as string, { id, label: displayName }])).values(),
]

/** What stands on the page for a zone. */
export function zoneLabel(zone: string): string {
  const named = zoneChoices.find(({ id }) => id === zone)?.label
  return named ?? `GMT${zone}`
}
