import { RE2JS } from 're2js'

/** Patterns in use at once are few; compiling one costs more than matching it. */
const KEPT = 500
const compiled = new Map<string, RE2JS>()

/**
 * A regular expression that a user wrote, in RE2's dialect: it runs in time linear in the text, whatever it says. Throws
 * with the reason for one that RE2 does not take.
 */
export function linearPattern(pattern: string, isCaseSensitive = false): RE2JS {
  const key = `${isCaseSensitive}${pattern}`
  const known = compiled.get(key)
  if (known) return known
  if (compiled.size >= KEPT) compiled.clear()
  const made = RE2JS.compile(pattern, isCaseSensitive ? 0 : RE2JS.CASE_INSENSITIVE)
  compiled.set(key, made)
  return made
}

/** Whether the pattern is found anywhere in the text; one that cannot be read is found nowhere. */
export function isFound(pattern: string, text: string, isCaseSensitive = false): boolean {
  try {
    return linearPattern(pattern, isCaseSensitive).matcher(text).find()
  } catch {
    return false
  }
}
