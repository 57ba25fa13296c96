import { findTimeZoneId, type VisitorCommands } from '@parley/contract'
import Bowser from 'bowser'
import { findIanaAliases, findWindows } from 'windows-iana'

/** What is kept of the browser a session runs in. */
export interface BrowserRow {
  readonly userAgent: string | null
  readonly browser: string | null
  readonly operatingSystem: string | null
  readonly language: string | null
  readonly screenResolution: string | null
  readonly timeZone: string | null
}

type Told = VisitorCommands['visitor.hello']['browser']

/** What the browser says of itself, its user agent taken from the request when it does not say. */
export function browserFacts(told: Told, userAgentOfRequest: string | null): BrowserRow {
  const userAgent = told?.userAgent || userAgentOfRequest?.slice(0, 512) || null
  return {
    userAgent,
    ...(userAgent ? parsed(userAgent) : { browser: null, operatingSystem: null }),
    language: told?.language ?? null,
    screenResolution: told?.screenResolution ?? null,
    timeZone: told?.timeZone ? windowsZoneOf(told.timeZone) : null,
  }
}

type Parsed = Pick<BrowserRow, 'browser' | 'operatingSystem'>
const KEPT = 1000
const known = new Map<string, Parsed>()

/** Few browsers visit often: what is found is kept, for finding it is slow. */
function parsed(userAgent: string): Parsed {
  const found = known.get(userAgent)
  if (found) return found
  const { browser, os } = Bowser.parse(userAgent)
  const facts = {
    browser: nameOf(browser.name, browser.version),
    operatingSystem: nameOf(os.name, os.versionName ?? os.version),
  }
  if (known.size >= KEPT) known.clear()
  known.set(userAgent, facts)
  return facts
}

/** `Chrome 141`: the name and the first number of the version. */
function nameOf(name: string | undefined, version: string | undefined): string | null {
  if (!name) return null
  return version ? `${name} ${/^\d+/.exec(version)?.[0] ?? version}` : name
}

/** The Windows id the API uses for an IANA zone, or the id itself when it is one already; null for anything else. */
export function windowsZoneOf(zone: string): string | null {
  const own = findTimeZoneId(zone)
  if (own) return own
  for (const name of [zone, ...findIanaAliases(zone)]) {
    for (const windows of findWindows(name)) {
      const id = findTimeZoneId(windows)
      if (id) return id
    }
  }
  return null
}
