/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AnyOperation, type Entity, operations, statusOf } from '@parley/contract'
import { type Call, Refusal } from './panel-backend-call.ts'
import { handlers } from './panel-backend-handlers.ts'
import { createStore, type Store } from './panel-backend-store.ts'

interface Route {
  readonly operation: AnyOperation
  readonly pattern: RegExp
  readonly names: string[]
}

const routes: Route[] = operations.map((operation) => {
  const names: string[] = []
  const source = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name)
    return '([^/:]+)'
  })
  return { operation, names, pattern: new RegExp(`^${source}$`, 'i') }
})
// A literal such as `/agents/me` wins over `/agents/{id}`.
routes.sort((a, b) => a.names.length - b.names.length)

/** Refuses a body in the words of the API: `Parameter 'x' …`. */
function checkBody(entity: Entity, body: Record<string, unknown>, isNew: boolean) {
  for (const [name, { facts }] of Object.entries(entity.fields)) {
    if (facts.mode === 'read' || facts.mode === 'included') continue
    const value = body[name]
    const isMissing = value === undefined ? isNew : value === null || value === ''
    if (facts.isMandatory && isMissing) throw new Refusal(400000, `Parameter '${name}' is required.`)
    const { maxLength, pattern, minimum } = facts.schema as { maxLength?: number; pattern?: string; minimum?: number }
    if (typeof value === 'string' && maxLength && value.length > maxLength)
      throw new Refusal(400000, `Parameter '${name}' must have at most ${maxLength} characters.`)
    if (typeof value === 'string' && pattern && !new RegExp(pattern).test(value))
      throw new Refusal(400000, `Parameter '${name}' is not valid.`)
    if (typeof value === 'number' && minimum !== undefined && value < minimum)
      throw new Refusal(400000, `Parameter '${name}' must be at least ${minimum}.`)
  }
}

function answer(operation: AnyOperation, call: Call): unknown {
  const { store } = call
  const { access } = operation
  const needed = typeof access === 'string' ? [access] : access.all
  for (const name of store.denied) {
    if (needed.includes(name)) throw new Refusal(403000, `Permission '${name}' is needed.`)
  }
  const handler = handlers[operation.id]
  if (!handler) throw new Refusal(404000, `${operation.id} is not part of the fake backend.`)
  if (operation.body?.entity) checkBody(operation.body.entity, call.body, operation.body.kind === 'create')
  return handler(call)
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text ? JSON.parse(text) : {}
}

function send(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body === undefined ? '' : JSON.stringify(body))
}

async function handle(store: Store, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://fake')
  const path = decodeURIComponent(url.pathname)
  for (const { operation, pattern, names } of routes) {
    const match = operation.method === request.method ? pattern.exec(path) : null
    if (!match) continue
    const params = Object.fromEntries(names.map((name, i) => [name, match[i + 1] ?? '']))
    try {
      const result = answer(operation, { store, params, query: url.searchParams, body: await readBody(request) })
      return send(response, operation.ok.status, operation.ok.status === 204 ? undefined : result)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return send(response, statusOf(error.code), { code: error.code, message: error.message })
    }
  }
  send(response, 404, { code: 404000, message: 'There is no such path.' })
}

/** A running fake of the API: in-memory data of one site, changed by what the console sends. */
export interface PanelBackend {
  readonly store: Store
  readonly url: string
  close(): Promise<void>
}

/** Starts the fake on a loopback port. */
export async function startPanelBackend(port = 0): Promise<PanelBackend> {
  const store = createStore()
  const server = createServer((request, response) => {
    handle(store, request, response).catch((error: unknown) => {
      send(response, 500, { code: 500000, message: String(error) })
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return {
    store,
    url: `http://127.0.0.1:${actual}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

if (import.meta.main) await startPanelBackend(Number(process.env.PORT ?? 4400))
