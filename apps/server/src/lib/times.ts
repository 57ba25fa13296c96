const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?$/i

/** The years 1 to 9999: what has four digits and the database knows. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z')
const LATEST = Date.parse('9999-12-31T23:59:59.999Z')

/** Any documented form of a time as ISO 8601 UTC; without an offset it is UTC. Undefined when it is no time. */
export function readDateTime(text: string): string | undefined {
  const match = DATE_TIME.exec(text.trim())
  if (!match) return undefined
  const [, day, minutes = '00:00', seconds = ':00', fraction = '', offset = 'Z'] = match
  const zone = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase()
  if (!isDay(day as string)) return undefined
  const time = new Date(`${day}T${minutes}${seconds}${fraction.slice(0, 4)}${zone}`)
  return time.getTime() >= EARLIEST && time.getTime() <= LATEST ? time.toISOString() : undefined
}

/** The day of a date or time text as yyyy-MM-dd; undefined when it is none. */
export function readDate(text: string): string | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(T[\d:.]+Z?)?$/.exec(text.trim())?.[1]
  return day && isDay(day) ? day : undefined
}

function isDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`)
  return parsed.getTime() >= EARLIEST && parsed.toISOString().startsWith(day)
}
