/** What an engine that answers in linear time leaves out: looking around and referring back. */
const LEFT_OUT = /\(\?<?[=!]|\\[1-9]|\\k</

/** What is wrong with a regular expression, in words, while it is typed; the API has the last word. */
export function patternProblem(pattern: string): string | undefined {
  if (LEFT_OUT.test(pattern.replaceAll('\\\\', ''))) return 'Looking around and referring back do not work here.'
  try {
    new RegExp(pattern)
    return undefined
  } catch {
    return 'This is not a pattern yet: a parenthesis or bracket is open, or a sign stands alone.'
  }
}

/** Whether a pattern is found in a text. */
export function isPatternIn(pattern: string, text: string, isCaseSensitive: boolean): boolean {
  return new RegExp(pattern, isCaseSensitive ? '' : 'i').test(text)
}
