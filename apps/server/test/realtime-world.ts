import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AgentResults, type PermissionName, permissionId, type VisitorResults } from '@parley/contract'
import { and, eq } from 'drizzle-orm'
import { pino } from 'pino'
import { type Tokens, tokens } from '../src/auth/tokens.ts'
import { readConfig } from '../src/config.ts'
import type { App } from '../src/context.ts'
import { openDatabase, type Tx } from '../src/db/db.ts'
import { agentPermissions, agents } from '../src/db/schema/index.ts'
import { type EventBus, localBus } from '../src/events/event-bus.ts'
import { nextPersonId } from '../src/features/account/agents/agents.repo.ts'
import { createSite } from '../src/features/account/site/create-site.ts'
import { type Gateway, startGateway } from '../src/realtime/gateway.ts'
import { handlers } from '../src/realtime/handlers.ts'
import type { Limits } from '../src/realtime/limits.ts'
import { freshDatabase } from './database.ts'
import { RawClient } from './raw-client.ts'

/** A process with a gateway on a database of its own. */
export interface World {
  readonly app: App
  readonly gateway: Gateway
  readonly url: string
  readonly databaseUrl: string
  readonly tokens: Tokens
  /** Lets the clock of the application jump ahead. */
  advance(ms: number): void
  site(): Promise<TestSite>
  /** Adds an agent with exactly these permissions; the answer can be used in place of the site. */
  colleague(site: TestSite, permissions?: readonly PermissionName[]): Promise<TestSite>
  /** Takes all own permissions of an agent away. */
  revokePermissions(agent: TestSite): Promise<void>
  connect(kind: 'visitor' | 'agent', options?: { headers?: Record<string, string> }): Promise<RawClient>
  visitor(site: TestSite, hello?: object): Promise<{ client: RawClient; hello: VisitorResults['visitor.hello'] }>
  agent(site: TestSite, hello?: object): Promise<{ client: RawClient; hello: AgentResults['agent.hello'] }>
  close(): Promise<void>
}

export interface TestSite {
  readonly siteId: number
  readonly campaignId: string
  readonly agentId: number
}

export interface WorldOptions {
  readonly limits?: Partial<Limits>
  readonly isAllowed?: (request: IncomingMessage) => boolean
  /** another process on the same database has the first one's address here */
  readonly databaseUrl?: string
  /** makes another bus of the process's own */
  readonly bus?: (local: EventBus) => EventBus | Promise<EventBus>
}

/** Starts a process with a gateway; without `databaseUrl` on a fresh database. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const fresh = options.databaseUrl ? undefined : await freshDatabase()
  const databaseUrl = options.databaseUrl ?? (fresh?.url as string)
  const config = readConfig({ PARLEY_SECRET_KEY: '5a'.repeat(32) })
  const database = openDatabase(databaseUrl, { onError: () => undefined })
  const log = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' })
  const local = localBus((error) => log.error({ err: error }, 'a listener failed'))
  const bus = (await options.bus?.(local)) ?? local
  let ahead = 0
  const app: App = { config, database, bus, log, now: () => new Date(Date.now() + ahead), publicUrl: () => '' }
  const service = tokens(app)
  const server = createServer()
  const { limits, isAllowed } = options
  const gateway = startGateway(app, {
    server,
    authenticate: service.authenticate,
    handlers,
    ...(limits ? { limits } : {}),
    ...(isAllowed ? { isAllowed } : {}),
  })
  const url = await listen(server)
  const connect: World['connect'] = (kind, with_) => RawClient.open(`${url}/realtime/${kind}`, with_)
  return {
    app,
    gateway,
    url,
    databaseUrl,
    tokens: service,
    connect,
    advance: (ms) => {
      ahead += ms
    },
    colleague: (site, permissions = []) => addAgent(app, site, permissions),
    async revokePermissions({ siteId, agentId }) {
      const { siteId: ofSite, agentId: ofAgent } = agentPermissions
      await database.db.delete(agentPermissions).where(and(eq(ofSite, siteId), eq(ofAgent, agentId)))
    },
    site: () => createSite(app, { company: 'Test', email: `${randomUUID()}@example.com`, password: 'correct horse' }),
    async visitor({ siteId, campaignId }, hello = {}) {
      const client = await connect('visitor')
      const page = { url: 'https://shop.example/cart', title: 'Cart' }
      return { client, hello: await client.call('visitor.hello', { siteId, campaignId, page, ...hello }) }
    },
    async agent({ siteId, agentId }, hello = {}) {
      const client = await connect('agent')
      const token = await service.issue({ siteId, agentId, generation: 1 })
      return { client, hello: await client.call('agent.hello', { token, status: 'Online', ...hello }) }
    },
    async close() {
      await gateway.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await bus.close()
      await database.close()
      await fresh?.drop()
    },
  }
}

async function addAgent(app: App, site: TestSite, permissions: readonly PermissionName[]): Promise<TestSite> {
  const { db } = app.database
  const { siteId } = site
  const agentId = await db.transaction((tx) => nextPersonId(tx as Tx))
  const names = { firstName: 'Bob', lastName: String(agentId), displayName: `Bob ${agentId}` }
  await db
    .insert(agents)
    .values({ siteId, id: agentId, email: `${agentId}@example.com`, ...names, createdTime: app.now() })
  const rows = permissions.map((name) => ({ siteId, agentId, permissionId: permissionId(name) }))
  if (rows.length) await db.insert(agentPermissions).values(rows)
  return { ...site, agentId }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
}
