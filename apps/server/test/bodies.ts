import { randomUUID } from 'node:crypto'
import type { AnyOperation } from '@parley/contract'

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  pattern?: string
  minimum?: number
  properties?: Record<string, Schema>
  required?: string[]
  'x-reads'?: string
}

/** A body with everything an operation needs and nothing more. */
export function validBody(operation: AnyOperation, change: object = {}): unknown {
  const schema = operation.body?.schema as Schema
  if (operation.body?.kind === 'list') return []
  const needed = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name))
  return { ...Object.fromEntries(needed.map(([name, property]) => [name, sample(property, name)])), ...change }
}

function sample(schema: Schema, name: string): unknown {
  if (schema.enum) return schema.enum[0]
  if (/email/i.test(name)) return `${randomUUID()}@example.com`
  const type = [schema.type].flat()[0]
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (type === 'array') return []
  if (type === 'object') return {}
  if (schema['x-reads'] === 'guid') return randomUUID()
  return schema['x-reads'] === 'time-zone' ? 'UTC' : `Sample ${randomUUID().slice(0, 8)}`
}

/** One wrong value for every property a body takes. */
export function wrongTypes(operation: AnyOperation): { field: string; value: unknown }[] {
  const { properties = {} } = (operation.body?.schema ?? {}) as Schema
  return Object.keys(properties).map((field) => {
    const types = [properties[field]?.type].flat()
    // such a list takes its only entry without brackets
    if (properties[field]?.['x-reads'] === 'one') return { field, value: 7 }
    return { field, value: types.includes('object') || types.includes(undefined) ? 'not an object' : { not: 'this' } }
  })
}
