import { RE2JSException } from 're2js'
import { invalid } from '../../../lib/app-error.ts'
import { linearPattern } from '../../../lib/linear-pattern.ts'

/**
 * Throws 400 for a regular expression that RE2 does not take, with its reason: look-around and back references are none
 * of its dialect, because what it takes runs in linear time.
 */
export function checkPattern(parameter: string, pattern: string): void {
  try {
    linearPattern(pattern, true)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const reason = error.message.replace(/^error parsing regexp: /, '')
    throw invalid(parameter, `must be a regular expression as RE2 reads them: ${reason}`)
  }
}
