import type { AnswerOf, AnyOperation, BodyOf, Operation, Params, Query } from '@parley/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AgentContext } from '../context.ts'

/** What a handler gets: everything read by the contract. */
export interface HandlerInput<O> {
  readonly params: Params<O>
  readonly query: Query<O>
  readonly body: BodyOf<O>
  /** the request's address with its query, for links between pages */
  readonly url: string
}

/** For the few operations that need a header, a cookie or the caller's address. */
export interface RawHttp {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export interface Route {
  readonly operation: AnyOperation
  readonly handle: (ctx: AgentContext, input: HandlerInput<unknown>, http: RawHttp) => Promise<unknown>
}

/** Binds an operation to the call that carries it out; input and answer are typed by the contract. */
export function implement<O extends Operation<string, never, never, unknown, unknown> | AnyOperation>(
  operation: O,
  handle: (ctx: AgentContext, input: HandlerInput<O>, http: RawHttp) => Promise<AnswerOf<O>>,
): Route {
  return { operation, handle: handle as Route['handle'] }
}
