import { type Entity, entities } from '@parley/contract'

type Values = Record<string, unknown>

const byName = new Map<string, Entity>(Object.values(entities).map((entity) => [entity.name, entity as Entity]))

/**
 * A value that was stored whole, as the contract shows it: every documented property of it and of what it holds, null
 * or `[]` where nothing was ever set, and nothing else.
 */
export function complete(entity: Entity, value: object): Values {
  const held = value as Values
  const shown: Values = {}
  for (const [name, { facts }] of Object.entries(entity.fields)) {
    if (facts.mode === 'included' || facts.mode === 'secret') continue
    const nested = facts.refersTo ? byName.get(facts.refersTo) : undefined
    shown[name] = nested ? completeNested(nested, held[name], facts.isList) : (held[name] ?? (facts.isList ? [] : null))
  }
  return shown
}

function completeNested(entity: Entity, value: unknown, isList: boolean): unknown {
  if (isList) return (Array.isArray(value) ? value : []).map((item) => complete(entity, item as object))
  return value ? complete(entity, value as object) : null
}
