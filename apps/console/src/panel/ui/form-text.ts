/** A text property as an input shows it. */
export function toInput(value: string | null | undefined): string {
  return value ?? ''
}

/** An emptied input clears the property. */
export function fromInput(value: string): string | null {
  return value.trim() === '' ? null : value
}

/** Texts that may be emptied can be null in a body; those the API insists on, and choices, cannot. */
type Body<T, K extends PropertyKey> = {
  [P in keyof T]: P extends K ? T[P] : string extends T[P] ? T[P] | null : T[P]
}

/** A form's values as a body: emptied texts become null, except those the API insists on. */
export function toBody<T extends Record<string, unknown>, const K extends keyof T>(
  values: T,
  mandatory: readonly K[],
): Body<T, K> {
  const keeps = new Set<PropertyKey>(mandatory)
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && !keeps.has(name) ? fromInput(value) : value,
  ])
  return Object.fromEntries(entries) as Body<T, K>
}
