import { type TObject, type TProperties, type TSchema, Type } from 'typebox'
import type { EntityMap } from '../entities.ts'
import type { Field, FieldFacts, FieldMode, Ref } from './field.ts'

// biome-ignore lint/suspicious/noExplicitAny: a field of whatever type, where only its facts count
export type AnyField = Field<any, FieldMode, boolean, boolean>
export type Fields = Readonly<Record<string, AnyField>>

type ValueOf<F> = F extends Field<infer T, infer _M, infer _R, infer _N> ? T : never
type ModeOf<F> = F extends Field<infer _T, infer M, infer _R, infer _N> ? M : never
type IsRequired<F> = F extends Field<infer _T, infer _M, infer R, infer _N> ? R : never
type IsNullable<F> = F extends Field<infer _T, infer _M, infer _R, infer N> ? N : never

type Named<N extends string> = N extends keyof EntityMap ? EntityMap[N]['fields'] : never
type Shown<T> = T extends Ref<infer N> ? OutputOf<Named<N>> : T extends (infer I)[] ? Shown<I>[] : T
type Sent<T> = T extends Ref<infer N> ? CreateOf<Named<N>> : T extends (infer I)[] ? Sent<I>[] : T

type KeysOfMode<F extends Fields, M extends FieldMode> = { [K in keyof F]: ModeOf<F[K]> extends M ? K : never }[keyof F]
type RequiredKeys<F extends Fields, M extends FieldMode> = {
  [K in KeysOfMode<F, M>]: IsRequired<F[K]> extends true ? K : never
}[KeysOfMode<F, M>]

/** What an answer shows of an entity. */
export type OutputOf<F extends Fields> = {
  [K in KeysOfMode<F, 'write' | 'once' | 'read'>]: IsNullable<F[K]> extends true
    ? Shown<ValueOf<F[K]>> | null
    : Shown<ValueOf<F[K]>>
} & { [K in KeysOfMode<F, 'included'>]?: Shown<ValueOf<F[K]>> | null }

/** What a POST takes. */
export type CreateOf<F extends Fields> = {
  [K in RequiredKeys<F, 'write' | 'once' | 'secret'>]: Sent<ValueOf<F[K]>>
} & {
  [K in Exclude<KeysOfMode<F, 'write' | 'once' | 'secret'>, RequiredKeys<F, 'write' | 'once' | 'secret'>>]?: Sent<
    ValueOf<F[K]>
  > | null
}

/** What a PUT takes: what it leaves out keeps its value. */
export type UpdateOf<F extends Fields> = { [K in KeysOfMode<F, 'write' | 'secret'>]?: Sent<ValueOf<F[K]>> | null }

/** What a handler gets of a query or path: given, or undefined. */
export type ReadOf<F extends Fields> = {
  [K in keyof F]: IsRequired<F[K]> extends true
    ? Sent<ValueOf<F[K]>>
    : IsNullable<F[K]> extends true
      ? Sent<ValueOf<F[K]>> | undefined
      : Sent<ValueOf<F[K]>>
}

/** A documented object: its properties, and the schemas of what is sent and shown. */
export interface Entity<N extends string = string, F extends Fields = Fields> {
  readonly name: N
  readonly fields: F
  readonly output: TSchema
  readonly create: TSchema
  readonly update: TSchema
}

export type Output<E extends Entity> = OutputOf<E['fields']>
export type Create<E extends Entity> = CreateOf<E['fields']>
export type Update<E extends Entity> = UpdateOf<E['fields']>

/** Declares an entity from its properties; schemas for both directions are derived. */
export function entity<const N extends string, const F extends Fields>(name: N, fields: F): Entity<N, F> {
  return {
    name,
    fields,
    output: outputSchema(name, fields),
    create: inputSchema(fields, `${name}Create`, 'create'),
    update: inputSchema(fields, `${name}Update`, 'update'),
  }
}

/** Copies a schema so that null fits as well. Type lists serialise faster than unions. */
export function nullable(schema: TSchema): TSchema {
  const plain = schema as { type?: string; enum?: unknown[]; $ref?: string }
  if (plain.$ref) return Type.Unsafe({ anyOf: [schema, { type: 'null' }] }) as TSchema
  const values = plain.enum ? { enum: [...plain.enum, null] } : {}
  return Type.Unsafe({ ...schema, type: [plain.type, 'null'], ...values }) as TSchema
}

function describe(schema: TSchema, { note }: FieldFacts): TSchema {
  return note && !('$ref' in schema) ? (Type.Unsafe({ ...schema, description: note }) as TSchema) : schema
}

/** Defaults belong to what comes in: a serialiser would add them to what goes out. */
function withDefault(schema: TSchema, { initial }: FieldFacts): TSchema {
  return initial === undefined || '$ref' in schema ? schema : (Type.Unsafe({ ...schema, default: initial }) as TSchema)
}

function outputSchema(name: string, fields: Fields): TObject {
  const properties: TProperties = {}
  for (const [key, { facts }] of Object.entries(fields)) {
    if (facts.mode === 'secret') continue
    const shown = describe(facts.schema, facts)
    if (facts.mode === 'included') properties[key] = Type.Optional(facts.isList ? shown : nullable(shown))
    else properties[key] = facts.isNullable ? nullable(shown) : shown
  }
  return Type.Object(properties, { $id: name })
}

/** Bodies name their nested entities `<Name>Create`, so that one schema text serves validator and document. */
function inputSchema(fields: Fields, id: string, kind: 'create' | 'update'): TObject {
  const properties: TProperties = {}
  for (const [key, { facts }] of Object.entries(fields)) {
    const taken = facts.mode === 'write' || facts.mode === 'secret' || (facts.mode === 'once' && kind === 'create')
    if (!taken) continue
    const schema = kind === 'create' ? withDefault(bodySchema(facts), facts) : bodySchema(facts)
    const aliased = facts.aliases.length ? (Type.Unsafe({ ...schema, 'x-names': facts.aliases }) as TSchema) : schema
    const needed = facts.isMandatory && kind === 'create'
    const value = facts.isMandatory ? aliased : nullable(aliased)
    properties[key] = needed ? value : Type.Optional(value)
  }
  return Type.Object(properties, { $id: id })
}

function bodySchema(facts: FieldFacts): TSchema {
  if (!facts.refersTo) return facts.schema
  const inner = Type.Unsafe({ $ref: `${facts.refersTo}Create` }) as TSchema
  if (!facts.isList) return inner
  const reads = (facts.schema as { 'x-reads'?: string })['x-reads']
  return Type.Array(inner, { maxItems: 10_000, ...(reads ? { 'x-reads': reads } : {}) })
}

/** The schema of a query or of path parameters. */
export function parameterSchema(fields: Fields): TObject {
  const properties: TProperties = {}
  for (const [key, { facts }] of Object.entries(fields)) {
    const described = withDefault(describe(bodySchema(facts), facts), facts)
    properties[key] = facts.isMandatory ? described : Type.Optional(described)
  }
  return Type.Object(properties)
}
