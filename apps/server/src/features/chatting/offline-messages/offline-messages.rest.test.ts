import { api, type Shape } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite
let departmentId: string

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  departmentId = (await site.admin.api.call('departments.create', { body: { name: 'Sales' } })).id
  await leave(site, { subject: 'Opening hours', message: 'When are you open?' })
  await leave(site, { subject: 'Price', message: 'What is the price?', departmentId, name: 'Berta' })
})

afterAll(() => server?.close())

async function leave(of: TestSite, change: object = {}): Promise<string> {
  const visitor = await visitorOf(server, of)
  const message = { name: 'Ada', email: 'ada@example.com', message: 'Hello?', ...change }
  const { offlineMessageId } = await visitor.leaveMessage(message)
  await visitor.close()
  return offlineMessageId
}

const list = async (query: Record<string, string> = {}) =>
  (await site.admin.send(api.offlineMessages.list, { query })).body as {
    total: number
    offlineMessages: Shape<'OfflineMessage'>[]
  }

describe('offlineMessages.list', () => {
  test('shows today’s, the latest first, with everything that is documented', async () => {
    const { total, offlineMessages } = await list()
    expect([total, offlineMessages.map(({ subject }) => subject)]).toEqual([2, ['Price', 'Opening hours']])
    expect(offlineMessages[0]).toEqual({
      id: expect.any(String),
      createdTime: expect.stringMatching(/Z$/),
      ssoUserId: null,
      name: 'Berta',
      email: 'ada@example.com',
      phone: null,
      company: null,
      departmentId,
      agentId: null,
      ticketId: null,
      subject: 'Price',
      message: 'What is the price?',
      requestingPageTitle: 'Pricing',
      requestingPageURL: 'https://shop.example/pricing',
      source: 'chatButton',
      autoInvitationId: null,
      campaignId: site.campaignId,
      sessionId: expect.any(String),
      customerSegments: [],
      customFields: [],
      customVariables: [],
      attachment: null,
    })
  })

  test.each([
    ['departmentId', () => ({ departmentId }), ['Price']],
    ['campaignId', () => ({ campaignId: crypto.randomUUID() }), []],
    ['agentId', () => ({ agentId: '1' }), []],
    ['visitorSegmentId', () => ({ visitorSegmentId: crypto.randomUUID() }), []],
    ['words of the message', () => ({ keywords: 'OPEN?' }), ['Opening hours']],
    ['words of the name', () => ({ keywords: 'berta' }), ['Price']],
    ['words that mean nothing to LIKE', () => ({ keywords: '%' }), []],
    ['timeFrom', () => ({ timeFrom: '2099-01-01T00:00:00' }), []],
    ['timeTo', () => ({ timeTo: '2001-01-01T00:00:00' }), []],
  ])('narrows by %s', async (_name, query, subjects) => {
    const { total, offlineMessages } = await list(query() as Record<string, string>)
    expect(offlineMessages.map(({ subject }) => subject)).toEqual(subjects)
    expect(total).toBe(subjects.length)
  })

  test('includes what it refers to', async () => {
    const { offlineMessages } = await list({
      include: 'department,agent,campaign,autoInvitation,session',
      keywords: 'price',
    })
    expect(offlineMessages[0]).toMatchObject({
      department: { id: departmentId, name: 'Sales' },
      agent: null,
      campaign: { id: site.campaignId },
      autoInvitation: null,
      session: { id: offlineMessages[0]?.sessionId },
    })
  })
})

describe('deleting', () => {
  test('takes one, or several at once, all or none', async () => {
    const own = await server.createSite()
    const ids = await Promise.all([leave(own), leave(own), leave(own)])
    await own.admin.api.call('offlineMessages.delete', { params: { id: ids[0] as string } })
    const some = [ids[1], crypto.randomUUID()]
    const refused = await own.admin.send(api.offlineMessages.deleteMany, { body: some })
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining(some[1] as string)])
    expect((await own.admin.api.call('offlineMessages.list')).total).toBe(2)
    expect((await own.admin.send(api.offlineMessages.deleteMany, { body: ids.slice(1) })).status).toBe(204)
    expect((await own.admin.api.call('offlineMessages.list')).total).toBe(0)
    const { auditLogs } = await own.admin.api.call('auditLogs.list', { query: { actionType: 'transcriptDelete' } })
    expect(auditLogs.map(({ actionSummary }) => actionSummary)).toEqual([
      'Deleted 2 offline messages',
      'Deleted an offline message',
    ])
  })
})
