import { api } from '@parley/contract'
import { type Actor, startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite
let agent: Actor

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  agent = await site.addAgent({ permissions: ['Manage Departments', 'Manage Campaigns', 'View Audit Log'] })
  await agent.api.call('departments.create', { body: { name: 'Sales 100%' } })
  await agent.api.call('campaigns.create', { body: { name: 'Second' } })
})

afterAll(() => server?.close())

const list = async (query: Record<string, string>) =>
  (await agent.send(api.auditLogs.list, { query })).body as { count: number; auditLogs: Record<string, unknown>[] }

describe('auditLogs.list', () => {
  test('shows the latest first, with everything that is documented', async () => {
    const { count, auditLogs } = await list({})
    expect(count).toBeGreaterThanOrEqual(3)
    expect(auditLogs[0]).toEqual({
      id: expect.any(Number),
      category: 'liveChat',
      actionTime: expect.stringMatching(/Z$/),
      actionType: 'campaignsManagement',
      actionSummary: 'Added campaign Second',
      actionDetails: null,
      createdBy: agent.agentId,
    })
  })

  test('includes the agent when asked', async () => {
    const { auditLogs } = await list({ include: 'AGENT' })
    expect(auditLogs[0]?.agent).toMatchObject({ id: agent.agentId, email: agent.email })
  })

  test.each([
    ['category', { category: 'globalsettings', agentId: 'own' }, ['departmentManagement']],
    ['actionType', { actionType: 'CampaignsManagement' }, ['campaignsManagement']],
    ['keywords as they are', { keywords: '100%' }, ['departmentManagement']],
    ['no keywords that are not there', { keywords: '1_0' }, []],
    ['a time to come', { dateFrom: '2099-01-01T00:00:00' }, []],
    ['a time long gone', { dateTo: '2001-01-01' }, []],
  ])('narrows by %s', async (_name, query, types) => {
    const own = 'agentId' in query ? { ...query, agentId: String(agent.agentId) } : query
    const { count, auditLogs } = await list(own as Record<string, string>)
    expect(auditLogs.map((entry) => entry.actionType)).toEqual(types)
    expect(count).toBe(types.length)
  })

  test('links its pages with the rest of the query', async () => {
    const { body } = await agent.send(api.auditLogs.list, { query: { pageSize: '1', keywords: 'added' } })
    expect(body.previousPage).toBe('')
    const next = new URL(body.nextPage)
    expect(Object.fromEntries(next.searchParams)).toEqual({ pageSize: '1', keywords: 'added', pageIndex: '2' })
  })

  test('refuses a category there is not', async () => {
    const { status, body } = await agent.send(api.auditLogs.list, { query: { category: 'gossip' } })
    expect([status, body.message]).toEqual([400, expect.stringContaining("'category'")])
  })
})
