import { invalid } from '../../../lib/app-error.ts'
import type { VariableDefinition } from './custom-variables.query.ts'

/** A variable and its value in a session. */
export interface Variable {
  readonly name: string
  readonly value: string | null
}

/** The longest value that is kept. */
const MAX_LENGTH = 1024

/**
 * What a session holds after a page set some variables: names the site did not define are dropped, whatever their case
 * they are kept as defined, and a value must be of its type. Null or an empty text takes a variable away.
 */
export function mergeVariables(
  definitions: readonly VariableDefinition[],
  held: readonly Variable[],
  set: readonly { readonly name: string; readonly value?: string | null | undefined }[],
): Variable[] {
  const defined = new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition]))
  const merged = new Map(held.map(({ name, value }) => [name.toLowerCase(), { name, value }]))
  set.forEach(({ name, value }, index) => {
    const key = name.toLowerCase()
    const definition = defined.get(key)
    if (!definition) return
    if (value === null || value === undefined || value === '') merged.delete(key)
    else merged.set(key, { name: definition.name, value: checked(definition, value, `variables[${index}].value`) })
  })
  return [...merged.values()]
}

const patterns: Readonly<Record<string, { pattern: RegExp; problem: string }>> = {
  integer: { pattern: /^\s*[+-]?\d{1,18}\s*$/, problem: 'must be a whole number' },
  decimal: { pattern: /^\s*[+-]?\d{1,18}(\.\d{1,18})?\s*$/, problem: 'must be a number' },
}

function checked({ type }: VariableDefinition, value: string, parameter: string): string {
  if (value.length > MAX_LENGTH) throw invalid(parameter, `must have at most ${MAX_LENGTH} characters`)
  const rule = patterns[type]
  if (!rule) return value
  if (!rule.pattern.test(value)) throw invalid(parameter, rule.problem)
  return value.trim()
}
