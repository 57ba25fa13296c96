import type { Words } from '../locale/en.ts'

/** The expected wait in words: people plan in minutes, and a countdown that is wrong is worse than none. */
export function waitWords(seconds: number | null, t: Words): string {
  if (seconds === null) return t.waitUnknown
  if (seconds < 60) return t.waitSoon
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? t.waitMinutes(minutes) : t.waitLong
}
