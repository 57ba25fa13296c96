import { type TObject, type TSchema, Type } from 'typebox'
import type { PermissionName } from './common/permissions.ts'
import type { ErrorCode } from './errors.ts'
import {
  type CreateOf,
  type Entity,
  type Fields,
  type OutputOf,
  parameterSchema,
  type ReadOf,
  type UpdateOf,
} from './schema/entity.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * Who may call an operation: anybody, any signed-in agent, or an agent who holds one permission
 * (or, with `all`, every one of several). With `unlessOwn`, agents whom that path parameter names need none.
 */
export type Access =
  | 'public'
  | 'agent'
  | PermissionName
  | { readonly all: readonly PermissionName[]; readonly unlessOwn?: string }

declare const bodyType: unique symbol
declare const answerType: unique symbol

/** What an operation takes as its body. */
export interface Body<T> {
  readonly schema: TSchema
  readonly entity?: Entity
  readonly kind: 'create' | 'update' | 'fields' | 'list'
  /** also taken as a form, whose values are text */
  readonly isForm?: boolean
  readonly [bodyType]?: T
}

/** What an operation answers with. */
export interface Answer<T> {
  readonly status: 200 | 201 | 204
  readonly schema?: TSchema
  readonly entity?: Entity
  readonly page?: PageKeys
  readonly [answerType]?: T
}

/** Names under which a page object carries its total, its links and its list. */
export interface PageKeys {
  readonly total: string
  readonly list: string
}

/** One operation of the API. Validation, documentation, client and tests are derived from it. */
export interface Operation<
  Id extends string = string,
  P extends Fields = Fields,
  Q extends Fields = Fields,
  B = unknown,
  A = unknown,
> {
  readonly id: Id
  readonly method: Method
  readonly path: string
  readonly aliases: readonly string[]
  readonly access: Access
  readonly summary: string
  readonly params: P
  readonly query: Q
  readonly paramsSchema: TObject
  readonly querySchema: TObject
  readonly body: Body<B> | undefined
  readonly ok: Answer<A>
  readonly errors: readonly ErrorCode[]
}

// biome-ignore lint/suspicious/noExplicitAny: an operation of whatever types
export type AnyOperation = Operation<string, any, any, any, any>

interface OperationText<Id extends string, P extends Fields, Q extends Fields, B, A> {
  id: Id
  method: Method
  path: string
  aliases?: readonly string[]
  access: Access
  summary: string
  params?: P
  query?: Q
  body?: Body<B>
  ok: Answer<A>
  errors?: readonly ErrorCode[]
}

/** Declares an operation. Paths are as the reference spells them; matching ignores case. */
export function defineOperation<
  const Id extends string,
  const P extends Fields = Record<never, never>,
  const Q extends Fields = Record<never, never>,
  B = undefined,
  A = undefined,
>(text: OperationText<Id, P, Q, B, A>): Operation<Id, P, Q, B, A> {
  const params = text.params ?? ({} as P)
  const query = text.query ?? ({} as Q)
  return {
    ...text,
    aliases: text.aliases ?? [],
    params,
    query,
    paramsSchema: parameterSchema(params),
    querySchema: parameterSchema(query),
    body: text.body,
    errors: text.errors ?? [],
  }
}

export type Params<O> = O extends Operation<string, infer P, infer _Q, infer _B, infer _A> ? ReadOf<P> : never
export type Query<O> = O extends Operation<string, infer _P, infer Q, infer _B, infer _A> ? ReadOf<Q> : never
export type BodyOf<O> = O extends Operation<string, infer _P, infer _Q, infer B, infer _A> ? B : never
export type AnswerOf<O> = O extends Operation<string, infer _P, infer _Q, infer _B, infer A> ? A : never

/** The body of a POST that makes an entity. */
export function creates<N extends string, F extends Fields>(entity: Entity<N, F>): Body<CreateOf<F>> {
  return { schema: entity.create, entity, kind: 'create' }
}

/** The body of a PUT: what is left out keeps its value. */
export function updates<N extends string, F extends Fields>(entity: Entity<N, F>): Body<UpdateOf<F>> {
  return { schema: entity.update, entity, kind: 'update' }
}

/** A body that is an object of its own, not an entity. */
export function takes<F extends Fields>(fields: F): Body<ReadOf<F>> {
  return { schema: parameterSchema(fields), kind: 'fields' }
}

/** A body that comes as a form (application/x-www-form-urlencoded) as well as JSON. */
export function takesForm<F extends Fields>(fields: F): Body<ReadOf<F>> {
  return { ...takes(fields), isForm: true }
}

/** A body that is a plain list. */
export function takesList<T>(item: { readonly $type: T; readonly facts: { readonly schema: TSchema } }): Body<T[]> {
  return { schema: Type.Array(item.facts.schema, { maxItems: 10_000 }), kind: 'list' }
}

/** A body that is a list of rows. */
export function takesRows<N extends string, F extends Fields>(entity: Entity<N, F>): Body<CreateOf<F>[]> {
  return {
    schema: Type.Array(Type.Unsafe({ $ref: `${entity.name}Create` }) as TSchema, { maxItems: 10_000 }),
    kind: 'list',
  }
}

/** 200 with one entity. */
export function answers<N extends string, F extends Fields>(entity: Entity<N, F>): Answer<OutputOf<F>> {
  return { status: 200, schema: refTo(entity), entity }
}

/** 201 with the new entity and a Location header. */
export function answersCreated<N extends string, F extends Fields>(entity: Entity<N, F>): Answer<OutputOf<F>> {
  return { status: 201, schema: refTo(entity), entity }
}

/** 200 with a plain array. */
export function answersList<N extends string, F extends Fields>(entity: Entity<N, F>): Answer<OutputOf<F>[]> {
  return { status: 200, schema: Type.Array(refTo(entity)), entity }
}

/** A page of a list, with links to its neighbours. */
export type Page<Total extends string, List extends string, T> = { [K in Total]: number } & { [K in List]: T[] } & {
  nextPage: string
  previousPage: string
}

/** 200 with a page object. */
export function answersPage<N extends string, F extends Fields, const Total extends string, const List extends string>(
  entity: Entity<N, F>,
  total: Total,
  list: List,
): Answer<Page<Total, List, OutputOf<F>>> {
  const schema = Type.Object({
    [total]: Type.Integer(),
    nextPage: Type.String(),
    previousPage: Type.String(),
    [list]: Type.Array(refTo(entity)),
  })
  return { status: 200, schema, entity, page: { total, list } }
}

/** 200 with something that is no entity of the contract. */
export function answersWith<T>(schema: TSchema): Answer<T> {
  return { status: 200, schema }
}

/** 204. */
export const answersNothing: Answer<undefined> = { status: 204 }

function refTo(entity: Entity): TSchema {
  return Type.Unsafe({ $ref: entity.name }) as TSchema
}
