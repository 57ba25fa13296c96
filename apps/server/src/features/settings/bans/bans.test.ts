import { api, CLOSE_BANNED, type VisitorResults } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, PAGE, visitorOf } from '../../../../test/live-data.ts'
import { RawClient } from '../../../../test/raw-client.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const connect = () => RawClient.open(`${server.url.replace('http', 'ws')}/realtime/visitor`)
const helloOf = ({ siteId, campaignId }: TestSite, keys: object = {}) => ({ siteId, campaignId, page: PAGE, ...keys })

async function arrive(to: TestSite, keys?: object) {
  const client = await connect()
  return { client, hello: await client.call<VisitorResults['visitor.hello']>('visitor.hello', helloOf(to, keys)) }
}

const create = (body: object) => site.admin.send(api.bans.create, { body })

describe('bans.create', () => {
  test.each([
    [{ type: 'ip', ip: '203.0.113.9', comment: 'Spam' }],
    [{ type: 'ip', ip: '2001:db8::7' }],
    [{ type: 'ipRange', ipRangeFrom: '203.0.113.0', ipRangeTo: '203.0.113.255' }],
  ])('keeps %j', async (body) => {
    const { status, body: made } = await create(body)
    const nothing = { visitorId: null, ip: null, ipRangeFrom: null, ipRangeTo: null, comment: null }
    expect(status).toBe(201)
    expect(made).toEqual({ ...nothing, ...body, id: made.id, lastUpdatedByAgentId: site.admin.agentId })
  })

  test.each([
    ['ip', { type: 'ip' }],
    ['ip', { type: 'ip', ip: '999.1.1.1' }],
    ['ip', { type: 'ip', ip: 'fe80::1%eth0' }],
    ['ipRangeTo', { type: 'ipRange', ipRangeFrom: '203.0.113.9' }],
    ['ipRangeTo', { type: 'ipRange', ipRangeFrom: '203.0.113.9', ipRangeTo: '203.0.113.8' }],
    ['ipRangeTo', { type: 'ipRange', ipRangeFrom: '203.0.113.9', ipRangeTo: '2001:db8::7' }],
    ['visitorId', { type: 'visitor' }],
    ['visitorId', { type: 'visitor', visitorId: crypto.randomUUID() }],
  ])('needs a good %s: %j', async (name, body) => {
    const { status, body: answer } = await create(body)
    expect([status, answer.code]).toEqual([400, 400000])
    expect(answer.message).toContain(`'${name}'`)
  })
})

describe('a banned visitor', () => {
  test('is included with who banned them', async () => {
    const visitor = await visitorOf(server, site)
    const { visitorId } = visitor
    await visitor.close()
    const { body: made } = await create({ type: 'visitor', visitorId })
    const query = { include: 'visitor,agent' }
    const { body } = await site.admin.send(api.bans.get, { params: { id: made.id }, query })
    expect(body).toMatchObject({ visitor: { id: visitorId }, lastUpdatedAgent: { id: site.admin.agentId } })
  })

  test('is cut off at once with the chat, and does not come back until the ban goes', async () => {
    const own = await server.createSite()
    const agent = await agentAtWork(server, own)
    const { client, hello } = await arrive(own)
    const { client: bystander } = await arrive(own)
    const taken = new Promise<string>((resolve) => void agent.on('chat', ({ chatId }) => resolve(chatId)))
    await client.call('chat.request', { clientRequestId: crypto.randomUUID() })
    const chatId = await taken
    const { visitorId, visitorToken } = hello
    const ban = await own.admin.api.call('bans.create', { body: { type: 'visitor', visitorId } })
    expect((await client.closed).code).toBe(CLOSE_BANNED)
    expect((await own.admin.api.call('chats.get', { params: { id: chatId } })).endTime).not.toBeNull()

    const again = await connect()
    const refusal = await again.ask('visitor.hello', helloOf(own, { visitorId, visitorToken }))
    expect(refusal).toMatchObject({ ok: false, code: 403000 })
    expect((await again.closed).code).toBe(CLOSE_BANNED)
    // who only knows the id learns nothing of the ban
    const { client: stranger } = await arrive(own, { visitorId })

    await own.admin.api.call('bans.delete', { params: { id: ban.id } })
    const { client: pardoned, hello: last } = await arrive(own, { visitorId, visitorToken })
    expect(last.visitorId).toBe(visitorId)
    await Promise.all([agent, bystander, stranger, pardoned].map((one) => one.close()))
  })

  test('can be everybody of a range, on that site', async () => {
    const [own, other] = [await server.createSite(), await server.createSite()]
    const { client } = await arrive(own)
    const { client: elsewhere } = await arrive(other)
    await own.admin.api.call('bans.create', {
      body: { type: 'ipRange', ipRangeFrom: '127.0.0.0', ipRangeTo: '127.255.255.255' },
    })
    expect((await client.closed).code).toBe(CLOSE_BANNED)
    const again = await connect()
    expect(await again.ask('visitor.hello', helloOf(own))).toMatchObject({ ok: false, code: 403000 })
    expect(await elsewhere.call('visitor.variables', { variables: [] })).toEqual({})
    await elsewhere.close()
  })
})
