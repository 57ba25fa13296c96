import fastJson, { type Schema } from 'fast-json-stringify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'

type Serialise = (data: unknown) => string

/**
 * Serialisers by schema that are built when they are first used, and once however many paths lead to an operation:
 * building them all at the start takes longer than everything else together.
 */
export function lazySerializers(named: Readonly<Record<string, object>>): FastifySerializerCompiler<object> {
  const built = new WeakMap<object, Serialise>()
  return ({ schema }) =>
    (data) => {
      const known = built.get(schema)
      if (known) return known(data)
      const made: Serialise = fastJson(schema as Schema, { schema: named as Record<string, Schema> })
      built.set(schema, made)
      return made(data)
    }
}
