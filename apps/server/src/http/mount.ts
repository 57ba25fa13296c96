import { type AnyOperation, entities, errorCatalogue } from '@parley/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AgentCaller, AgentContext, App, SystemCaller } from '../context.ts'
import { type Reader, readerFor } from '../lib/input.ts'
import { contextFor } from '../request-context.ts'
import { type AuthenticationMethod, authenticate, authorise } from './authenticate.ts'
import type { Route } from './implement.ts'
import { lazySerializers } from './lazy-serializers.ts'
import { routerPath } from './verb-paths.ts'

declare module 'fastify' {
  interface FastifyRequest {
    agent: AgentCaller | null
  }
}

export interface MountOptions {
  readonly app: App
  readonly methods: readonly AuthenticationMethod[]
  /** throws when the caller may not come from the address */
  readonly checkAddress: (caller: AgentCaller, address: string) => Promise<void>
  readonly countRequest: (siteId: number) => Promise<void>
}

const GLOBAL = '/api/v3/globalSettings/'
/** Public operations have no caller and no site; their handlers use neither. */
const NOBODY: SystemCaller = { kind: 'system', siteId: 0 }

/** Serves every route under its path and its aliases, checked by the contract before the handler sees anything. */
export function mount(server: FastifyInstance, routes: readonly Route[], options: MountOptions): void {
  server.decorateRequest('agent', null)
  server.setSerializerCompiler(
    lazySerializers(Object.fromEntries(Object.values(entities).map(({ name, output }) => [name, output]))),
  )
  for (const route of routes) for (const path of pathsOf(route.operation)) mountAt(server, path, route, options)
}

/** Its path and aliases, each once: the router does not tell cases apart. */
function pathsOf({ path, aliases }: AnyOperation): string[] {
  const all = [path, ...aliases]
  const short = all.filter((p) => p.startsWith(GLOBAL)).map((p) => p.replace(GLOBAL, '/api/v3/global/'))
  const byPath = new Map([...all, ...short].map(routerPath).map((p) => [p.toLowerCase(), p]))
  return [...byPath.values()]
}

function mountAt(server: FastifyInstance, url: string, route: Route, options: MountOptions): void {
  const { operation } = route
  const readers = readersOf(operation)
  const { status, schema } = operation.ok
  server.route({
    method: operation.method,
    url,
    ...(schema ? { schema: { response: { [status]: schema } } } : {}),
    config: { operationId: operation.id },
    // before the body is read: who may not call learns nothing of what is wrong with the body
    onRequest: (request) => admit(request, operation, options),
    handler: async (request, reply) => {
      const ctx = contextFor(options.app, request.agent ?? NOBODY, request.id) as AgentContext
      const input = {
        params: readers.params?.read(request.params) ?? {},
        query: readers.query?.read(request.query) ?? {},
        body: readers.body?.read(request.body ?? readers.emptyBody),
        url: request.originalUrl,
      }
      const result = await route.handle(ctx, input as never, { request, reply })
      return send(reply, operation, request, result)
    },
  })
}

async function admit(request: FastifyRequest, operation: AnyOperation, options: MountOptions): Promise<void> {
  if (operation.access === 'public') return
  const caller = await authenticate(options.methods, request)
  await options.checkAddress(caller, request.ip)
  if (operation.path.startsWith('/api/v3/') && !operation.path.startsWith('/api/v3/parley/'))
    await options.countRequest(caller.siteId)
  authorise(operation.access, caller, request.params as Record<string, string>)
  request.agent = caller
}

function readersOf(operation: AnyOperation): { params?: Reader; query?: Reader; body?: Reader; emptyBody?: unknown } {
  const { body } = operation
  return {
    ...(Object.keys(operation.params).length
      ? { params: readerFor(operation.paramsSchema, { parameters: true, whole: 'path' }) }
      : {}),
    ...(Object.keys(operation.query).length
      ? { query: readerFor(operation.querySchema, { parameters: true, whole: 'query' }) }
      : {}),
    ...(body
      ? {
          body: readerFor(body.schema, { parameters: body.isForm === true }),
          emptyBody: body.kind === 'list' ? null : {},
        }
      : {}),
  }
}

function send(reply: FastifyReply, { ok, path, id }: AnyOperation, request: FastifyRequest, result: unknown): unknown {
  reply.code(ok.status)
  if (ok.status === 204) return reply.send()
  if (ok.status === 201) reply.header('location', locationOf(request, path, id, result))
  // fastify takes a plain array or object; undefined would end the request without a body
  if (result === undefined) throw new Error(`${id} answered nothing (${errorCatalogue.internal.code})`)
  return result
}

/**
 * Where the new object lies: the collection's path with its id, or for form fields the path of the campaign's fields.
 * What is added to an object answers with the object.
 */
function locationOf(request: FastifyRequest, path: string, id: string, result: unknown): string {
  const created = (result as { id?: string | number }).id
  const collection = id.startsWith('campaignFormFields.')
    ? path.replace(/\/\w+\/campaignFormFields$/, '/campaignFormFields')
    : path.replace(/\/\{id\}\/\w+$/, '')
  const params = request.params as Record<string, string>
  return `${collection.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name]).toLowerCase())}/${created}`
}
