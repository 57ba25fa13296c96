import { type AnyOperation, auditActions, operations } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AuditWorld, actionOf, auditWorld, SECRETS } from './audit-cases.ts'
import { validBody } from './bodies.ts'
import { isAudited } from './generated-checks.ts'
import { unaudited } from './unaudited.ts'
import { pathParameters } from './world.ts'

/** Every change of a site's configuration leaves exactly one entry that says what was changed, and a refusal none. */

let server: TestServer
let site: TestSite
let made: AuditWorld

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  made = await auditWorld(server, site)
})

afterAll(() => server?.close())

const changing = operations.filter(isAudited)
// what is deleted is needed by the others
const inOrder = [
  ...changing.filter(({ method }) => method !== 'DELETE'),
  ...changing.filter((one) => one.method === 'DELETE'),
]

test('every operation that changes something is audited or says why not', () => {
  const known = new Set(operations.map(({ id }) => id))
  for (const id of Object.keys(unaudited)) expect(known, id).toContain(id)
  for (const operation of changing) expect(actionFor(operation), operation.id).toBeDefined()
})

describe('a refused change leaves no entry', () => {
  test.each(changing.filter(({ access }) => access !== 'agent'))('$id', async (operation) => {
    const before = await newest()
    const { status } = await made.other.send(operation, requestFor(operation))
    expect(status).toBe(403)
    expect(await newest()).toEqual(before)
  })

  test.each([
    ['departments.create', { name: '' }],
    ['agents.create', { email: 'nobody', firstName: 'No', lastName: 'Body' }],
    ['shifts.create', { name: 'Night', agentIds: [987_654_321] }],
    ['webhooks.create', { event: 'nothing', targetUrl: 'https://crm.example/hook' }],
  ])('%s with %j', async (id, body) => {
    const operation = operations.find((one) => one.id === id) as AnyOperation
    const before = await newest()
    expect((await site.admin.send(operation, { body })).status).toBe(400)
    expect(await newest()).toEqual(before)
  })
})

describe('a change leaves one entry of its kind that names the object', () => {
  test.each(inOrder)('$id', async (operation) => {
    const before = await newest()
    const own = operation.id === 'agents.changeMyPassword'
    const request = requestFor(operation)
    const { status, body } = await (own ? made.other : site.admin).send(operation, request)
    expect([operation.id, status, body?.code && body.message]).toEqual([operation.id, operation.ok.status, undefined])
    const entries = await entriesAfter(before)
    expect(entries).toHaveLength(1)
    const [entry] = entries
    expect(entry).toMatchObject({ ...actionFor(operation), createdBy: own ? made.other.agentId : site.admin.agentId })
    const documented: readonly string[] = auditActions[entry?.category as keyof typeof auditActions]
    expect(documented).toContain(entry?.actionType)
    const name = (request.body as { name?: string } | undefined)?.name ?? (body as { name?: string } | null)?.name
    if (name && operation.method !== 'DELETE') expect(entry?.actionSummary).toContain(name)
    if (isPartOfCampaign(operation)) expect(entry?.actionSummary).toContain(made.campaignName)
    // what is deleted cannot be seen any more
    if (operation.method !== 'DELETE') expect(await writtenWith(entry?.id ?? 0)).not.toEqual([])
    expect(entry?.actionSummary).not.toMatch(/undefined|null|\[object/)
  })

  test('and no secret', async () => {
    const { auditLogs } = await site.admin.api.call('auditLogs.list', { query: { pageSize: 1000 } as never })
    const all = JSON.stringify(auditLogs)
    for (const secret of SECRETS) expect(all).not.toContain(secret)
  })
})

/** The tables with rows that were written in the same transaction as an entry. */
async function writtenWith(id: number): Promise<string[]> {
  const { pool } = server.server.app.database
  const { rows } = await pool.query(
    "select tablename from pg_tables where schemaname = 'public' and tablename not in ('audit_logs', 'daily_usage')",
  )
  const ofEntry = `(select xmin::text from audit_logs where id = ${id})`
  const each = rows.map(
    ({ tablename }) =>
      `select '${tablename}' as name where exists (select from "${tablename}" where xmin::text = ${ofEntry})`,
  )
  return (await pool.query(each.join(' union all '))).rows.map(({ name }) => name)
}

/** Settings of which every campaign has its own. */
function isPartOfCampaign({ path, method }: AnyOperation): boolean {
  return path.includes('{campaignId}') && !path.endsWith('{id}') && method === 'PUT'
}

function actionFor({ id }: AnyOperation) {
  return actionOf[id] ?? actionOf[id.split('.')[0] as string]
}

function requestFor(operation: AnyOperation) {
  const { world, bodies } = made
  const params = pathParameters(operation, world)
  const special = world[operation.id]
  const body = operation.body ? { body: bodies[operation.id]?.() ?? validBody(operation) } : {}
  return { params: special === undefined ? params : { ...params, id: special }, ...body }
}

async function entriesAfter(id: number) {
  const { auditLogs } = await site.admin.api.call('auditLogs.list', { query: { pageSize: 20 } as never })
  return auditLogs.filter((entry) => entry.id > id)
}

async function newest(): Promise<number> {
  const { auditLogs } = await site.admin.api.call('auditLogs.list', { query: { pageSize: 1 } as never })
  return auditLogs[0]?.id ?? 0
}
