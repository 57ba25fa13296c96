import { invalid } from '../../../lib/app-error.ts'

/** What an engine that runs in linear time cannot do: looking around, referring back, and other dialects' extras. */
const UNSUPPORTED = /\(\?<?[=!]|\\[1-9]|\\k|\(\?>|\(\?\(|[*+?}]\+/

/** Throws 400 for a regular expression that is none, or that would not run in linear time. */
export function checkPattern(parameter: string, pattern: string): void {
  if (UNSUPPORTED.test(pattern.replaceAll(/\\\\/g, '')))
    throw invalid(parameter, 'must be a regular expression without look-around and back references')
  try {
    new RegExp(pattern, 'i')
  } catch {
    throw invalid(parameter, 'must be a regular expression')
  }
}
