const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const units = [
  { unit: 'year', ms: 31_536_000_000 },
  { unit: 'month', ms: 2_592_000_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

/** How long ago a moment was, in words: `3 days ago`. */
export function sinceWords(moment: string, now = Date.now()): string {
  const past = now - Date.parse(moment)
  const found = units.find(({ ms }) => past >= ms)
  return found ? words.format(-Math.floor(past / found.ms), found.unit) : 'just now'
}
