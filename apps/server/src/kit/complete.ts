import { type Entity, entities, type FieldFacts } from '@parley/contract'

type Values = Record<string, unknown>

const byName = new Map<string, Entity>(Object.values(entities).map((entity) => [entity.name, entity as Entity]))

/**
 * A value that was stored whole, as the contract shows it: every documented property of it and of what it holds, its
 * default, null or `[]` where nothing was ever set, and nothing else.
 */
export function complete(entity: Entity, value: object): Values {
  const held = value as Values
  const shown: Values = {}
  for (const [name, { facts }] of Object.entries(entity.fields)) {
    if (facts.mode === 'included' || facts.mode === 'secret') continue
    shown[name] = completeProperty(facts, held[name])
  }
  return shown
}

/** One property of a stored value, as the contract shows it. */
export function completeProperty({ refersTo, isList, initial }: FieldFacts, value: unknown): unknown {
  const nested = refersTo ? byName.get(refersTo) : undefined
  if (isList) {
    const items = Array.isArray(value) ? value : []
    return nested ? items.map((item) => complete(nested, item as object)) : items
  }
  if (value === undefined || value === null) return initial ?? null
  return nested ? complete(nested, value as object) : value
}
