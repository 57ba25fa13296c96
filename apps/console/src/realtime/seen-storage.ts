import { readPref, writePref } from '../lib/prefs.ts'

/** Running chats per agent are few; older entries are of no use. */
const MOST_KEPT = 200

/** Up to where an agent had read each chat when the page was last open. */
export function readSeen(agentId: number): ReadonlyMap<string, number> {
  try {
    return new Map(JSON.parse(readPref(`seen.${agentId}`) ?? '[]') as [string, number][])
  } catch {
    return new Map()
  }
}

/** Keeps it for the next time. */
export function writeSeen(agentId: number, seen: ReadonlyMap<string, number>): void {
  writePref(`seen.${agentId}`, JSON.stringify([...seen].slice(-MOST_KEPT)))
}
