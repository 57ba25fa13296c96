import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSite, type RunningServer, readConfig, startServer } from '@parley/server'
import { pino } from 'pino'
import { type Actor, actor } from './actors.ts'
import { freshDatabase } from './database.ts'

export const TEST_PASSWORD = 'Test-Password-1'

/** A site of a test's own, with its administrator signed in. */
export interface TestSite {
  readonly siteId: number
  readonly campaignId: string
  readonly admin: Actor
  /** A new agent of the site, signed in; without rights of its own unless given. */
  addAgent(options?: {
    permissions?: readonly string[]
    email?: string
    departmentIds?: readonly string[]
  }): Promise<Actor>
}

export interface TestServer {
  readonly server: RunningServer
  readonly url: string
  createSite(): Promise<TestSite>
  close(): Promise<void>
}

export interface TestServerOptions {
  /** settings, as the environment would give them */
  readonly env?: Readonly<Record<string, string>>
  readonly now?: () => Date
  /** a database to share with another test server */
  readonly databaseUrl?: string
}

/** Starts a whole Parley on a fresh database and a free port. */
export async function startTestServer({ env = {}, now, databaseUrl }: TestServerOptions = {}): Promise<TestServer> {
  const database = databaseUrl ? { url: databaseUrl, drop: async () => undefined } : await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-server-'))
  const settings = { PARLEY_DATA_DIR: dataDir, PARLEY_SECRET_KEY: '5c'.repeat(32), PARLEY_DEMO: '0', ...env }
  const config = { ...readConfig(settings), port: 0 }
  const log = pino({ level: process.env.PARLEY_TEST_LOG ?? 'silent' })
  const server = await startServer({ config, databaseUrl: database.url, log, ...(now ? { now } : {}) })
  return {
    server,
    url: server.url,
    createSite: () => newSite(server),
    async close() {
      await server.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function newSite(server: RunningServer): Promise<TestSite> {
  const email = `admin-${randomUUID().slice(0, 8)}@example.com`
  const { siteId, campaignId } = await createSite(server.app, { company: 'Test', email, password: TEST_PASSWORD })
  const admin = await actor({ url: server.url, siteId, email, password: TEST_PASSWORD })
  return {
    siteId,
    campaignId,
    admin,
    async addAgent({ permissions, email: given, departmentIds = [] } = {}) {
      const address = given ?? `agent-${randomUUID().slice(0, 8)}@example.com`
      const ids = permissions ? await permissionIds(admin, permissions) : []
      if (permissions) await emptyAgentRole(admin)
      const body = {
        email: address,
        firstName: 'Anna',
        lastName: 'Agent',
        password: TEST_PASSWORD,
        permissionIds: ids,
        departmentIds: [...departmentIds],
      }
      await admin.api.call('agents.create', { body })
      return actor({ url: server.url, siteId, email: address, password: TEST_PASSWORD })
    },
  }
}

async function permissionIds(admin: Actor, names: readonly string[]): Promise<number[]> {
  const all = await admin.api.call('permissions.list')
  return names.map((name) => {
    const found = all.find((permission) => permission.name === name)
    if (!found) throw new Error(`there is no permission ${name}`)
    return found.id
  })
}

/** With exactly named permissions nothing may come from the role everybody has. */
async function emptyAgentRole(admin: Actor): Promise<void> {
  const roles = await admin.api.call('roles.list')
  const everyone = roles.find(({ type }) => type === 'agent')
  if (everyone?.permissionIds.length)
    await admin.api.call('permissions.updateForRole', { params: { roleId: everyone.id }, body: [] })
}
