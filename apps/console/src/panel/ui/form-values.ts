import { entities } from '@parley/contract'

/** Values of a form: their names are the API's, so that its refusals find their field. */
export type FormValues = Record<string, unknown>

/** Empty mandatory properties, in the words of the API. */
export function missingValues(entity: keyof typeof entities, values: FormValues): Record<string, string> {
  const mandatory = Object.entries(entities[entity].fields).filter(([, { facts }]) => facts.isMandatory)
  return emptyValues(
    mandatory.map(([name]) => name),
    values,
  )
}

/** Those of the named values that are empty, in the words of the API; what is not in the form is not missed. */
export function emptyValues(names: readonly string[], values: FormValues): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const name of names) {
    const value = values[name]
    const isEmpty = value === null || (typeof value === 'string' && value.trim() === '')
    if (isEmpty) errors[name] = `Parameter '${name}' is required.`
  }
  return errors
}

/** The values that differ from where they began: a PUT sends only these. */
export function changedValues<T extends FormValues>(initial: T, values: T): Partial<T> {
  const changed = Object.entries(values).filter(([name, value]) => !isSame(value, initial[name]))
  return Object.fromEntries(changed) as Partial<T>
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
