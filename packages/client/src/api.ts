import type { Fields, ReadOf } from '@parley/contract'
import {
  type AnswerOf,
  type BodyOf,
  type Operation,
  type OperationId,
  type OperationMap,
  operationById,
} from '@parley/contract'
import type { TokenSource } from './credentials.ts'
import { reach, read } from './login.ts'
import { queryString } from './query-string.ts'
import type { Given } from './types.ts'

/** Where the API is and who calls it. */
export interface ParleyApiOptions {
  /** Base URL of the Parley server. */
  readonly url: string
  /** An access token, or a function that gets one; without any, only public operations can be called. */
  readonly token?: TokenSource | undefined
  readonly fetch?: typeof fetch | undefined
}

type OptionalFields<F extends Fields> = { [K in keyof F]: F[K]['$required'] extends true ? never : K }[keyof F]
/** Parameters as a caller gives them: what has a default can be left out. */
type Asked<F extends Fields> = Omit<ReadOf<F>, OptionalFields<F>> & {
  [K in OptionalFields<F>]?: ReadOf<F>[K] | undefined
}

type ParamsGiven<O> = O extends Operation<string, infer P, infer _Q, infer _B, infer _A> ? Asked<P> : never
type QueryGiven<O> = O extends Operation<string, infer _P, infer Q, infer _B, infer _A> ? Asked<Q> : never
type BodyGiven<B> = B extends readonly unknown[] ? B : Given<B>

type Part<Name extends string, T> = [keyof T] extends [never]
  ? { [N in Name]?: never }
  : Record<never, never> extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T }
type BodyPart<B> = [B] extends [undefined] ? { body?: never } : { body: BodyGiven<B> }

/** Everything an operation takes. */
export type CallInput<I extends OperationId> = Part<'params', ParamsGiven<OperationMap[I]>> &
  Part<'query', QueryGiven<OperationMap[I]>> &
  BodyPart<BodyOf<OperationMap[I]>>

type CallArguments<I extends OperationId> =
  Record<never, never> extends CallInput<I> ? [input?: CallInput<I>] : [input: CallInput<I>]

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** The REST API: one typed call per operation. */
export class ParleyApi {
  readonly #options: ParleyApiOptions

  constructor(options: ParleyApiOptions) {
    this.#options = options
  }

  /** Calls an operation by its id; a refusal is thrown as `ParleyError`. */
  async call<I extends OperationId>(id: I, ...input: CallArguments<I>): Promise<AnswerOf<OperationMap[I]>> {
    const { method, path } = operationById(id)
    const { params = {}, query = {}, body } = (input[0] ?? {}) as LooseInput
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
    const address = filled + queryString(query)
    const json = body === undefined ? undefined : JSON.stringify(body)
    const { token } = this.#options
    const first = typeof token === 'function' ? await token() : token
    let response = await this.#send(method, address, json, first)
    if (response.status === 401 && typeof token === 'function') {
      response = await this.#send(method, address, json, await token(first))
    }
    return (await read(response)) as AnswerOf<OperationMap[I]>
  }

  #send(method: string, address: string, body: string | undefined, token: string | undefined): Promise<Response> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    const init = body === undefined ? { method, headers } : { method, headers, body }
    return reach(this.#options.fetch ?? fetch, this.#options.url, address, init)
  }
}
