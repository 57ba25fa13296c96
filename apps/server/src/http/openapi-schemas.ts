import { type Entity, entities, type FieldFacts, type Fields } from '@parley/contract'
import { noteOf } from '@parley/contract/documentation'

export type Json = { [key: string]: unknown }

const byName = new Map(Object.values(entities).map((entity) => [entity.name as string, entity as Entity]))

/** Every schema that is used, by its name; schemas name others, so `used` grows while it is walked. */
export function componentSchemas(used: Set<string>): Json {
  const out: Json = {}
  for (const name of used) out[name] = componentNamed(name, used)
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => a.localeCompare(b)))
}

/** A schema without our own hints; named schemas become references, whose names are remembered. */
export function cleanSchema(schema: unknown, used: Set<string>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => cleanSchema(item, used))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref, $id, ...rest } = schema as Json
  if (typeof $ref === 'string') return reference($ref, used)
  if (typeof $id === 'string') return reference($id, used)
  return withoutHints(rest, used)
}

function withoutHints({ minimum, maximum, ...schema }: Json, used: Set<string>): Json {
  const isInt32 = minimum === -2_147_483_648 && maximum === 2_147_483_647
  const bounds = isInt32
    ? { format: 'int32' }
    : Object.fromEntries(Object.entries({ minimum, maximum }).filter(([, to]) => to !== undefined))
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !key.startsWith('x-') && !key.startsWith('~'))
      .map(([key, value]) => [key, key === 'enum' || key === 'default' ? value : cleanSchema(value, used)])
      .concat(Object.entries(bounds)),
  )
}

function reference(name: string, used: Set<string>): Json {
  used.add(name)
  return { $ref: `#/components/schemas/${name}` }
}

function componentNamed(name: string, used: Set<string>): Json {
  const entity = byName.get(name) ?? byName.get(name.replace(/(Create|Update)$/, ''))
  if (!entity) throw new Error(`the contract has no schema ${name}`)
  const isOutput = entity.name === name
  const { $id, ...source } = (
    isOutput ? entity.output : name.endsWith('Create') ? entity.create : entity.update
  ) as Json
  const schema = withoutHints(source, used)
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>)
  const described = properties.map(([key, property]) => [key, withNote(property, entity, key, !isOutput)] as const)
  return { ...schema, properties: Object.fromEntries(described) }
}

/** References take no neighbours, so their properties stay without a remark. */
function withNote(property: Json, entity: Entity, name: string, isInput: boolean): Json {
  const facts = (entity.fields as Fields)[name]?.facts
  if ('$ref' in property || !facts) return property
  // said in words: generators take a property with a default for one that has to be sent, or send the default themselves
  const { description, default: _initial, ...rest } = property
  const said = noteOf(entity.name, name, facts) || (description ? `${description}.` : '')
  const note = [said, ...rulesOf(facts, isInput)].filter(Boolean).join(' ')
  return note ? { description: note, ...rest } : rest
}

/** What the contract says of a property besides its schema, in words. */
function rulesOf(facts: FieldFacts, isInput: boolean): string[] {
  const { includeToken, mandatoryWhen, aliases, mode, initial } = facts
  const says: string[] = []
  if (includeToken && mode === 'included' && !isInput) says.push(`Only with \`include=${includeToken}\`.`)
  if (!isInput) return says
  if (initial !== undefined && !facts.isList) says.push(`\`${initial}\` unless sent.`)
  if (mandatoryWhen) {
    const values = mandatoryWhen.values.map((value) => `\`${value}\``).join(' or ')
    says.push(`Needed while \`${mandatoryWhen.field}\` is ${values}.`)
  }
  if (mode === 'once') says.push('Cannot be changed later.')
  if (mode === 'secret') says.push('Never shown.')
  if (aliases.length) says.push(`Also understood as ${aliases.map((alias) => `\`${alias}\``).join(' or ')}.`)
  return says
}
