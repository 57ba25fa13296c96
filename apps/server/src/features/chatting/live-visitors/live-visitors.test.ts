import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, PAGE, visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

describe('a visitor on the site', () => {
  test('shows what is known of the visit', async () => {
    const visitor = await visitorOf(server, site)
    const shown = await site.admin.api.call('liveChatVisitors.get', { params: { id: visitor.visitorId } })
    expect(shown).toMatchObject({
      id: visitor.visitorId,
      status: 'inSite',
      currentBrowsing: 'Pricing (https://shop.example/pricing)',
      landingPage: 'Pricing (https://shop.example/pricing)',
      referrerUrl: PAGE.referrer,
      searchEngine: 'Google',
      searchKeywords: 'chairs',
      visits: 1,
      pageViews: 1,
      chats: 0,
      customFields: [],
      customVariableResults: [],
      departmentId: null,
      flashVersion: null,
      productService: null,
    })
    await visitor.close()
  })

  test('is found by status', async () => {
    const own = await server.createSite()
    const agent = await agentAtWork(server, own)
    const [looking, chatting] = await Promise.all([visitorOf(server, own), visitorOf(server, own)])
    await chatting.startChat()
    const list = async (status: string) =>
      ((await own.admin.send(api.liveChatVisitors.list, { query: { status } })).body as { id: string }[]).map(
        ({ id }) => id,
      )
    expect(await list('CHATTING')).toEqual([chatting.visitorId])
    expect(await list('inSite')).toEqual([looking.visitorId])
    expect(await list('manuallyInvitedByWindow')).toEqual([])
    const wrong = await own.admin.send(api.liveChatVisitors.list, { query: { status: 'dancing' } })
    expect([wrong.status, wrong.body.message]).toEqual([400, expect.stringContaining("'status'")])
    await Promise.all([agent, looking, chatting].map((one) => one.close()))
  })

  test('is unknown to another site', async () => {
    const visitor = await visitorOf(server, site)
    const other = await server.createSite()
    const answer = await other.admin.send(api.liveChatVisitors.get, { params: { id: visitor.visitorId } })
    expect(answer.status).toBe(404)
    expect(await other.admin.api.call('liveChatVisitors.list')).toEqual([])
    await visitor.close()
  })
})

describe('liveChatVisitors.updateCustomVariableResults', () => {
  test('keeps defined variables with their address, ignores unknown ones', async () => {
    const hyperlink = 'https://crm.example/orders'
    await site.admin.api.call('customVariables.create', { body: { name: 'Order', type: 'integer', hyperlink } })
    const visitor = await visitorOf(server, site)
    const params = { id: visitor.visitorId }
    const body = [
      { name: 'oRDER', value: '42' },
      { name: 'Unknown', value: 'x' },
    ]
    const put = (rows: unknown) =>
      site.admin.send(api.liveChatVisitors.updateCustomVariableResults, { params, body: rows })
    const expected = [{ name: 'Order', value: '42', url: hyperlink }]
    expect((await put(body)).body.customVariableResults).toEqual(expected)
    const wrong = await put([{ name: 'Order', value: 'many' }])
    expect([wrong.status, wrong.body.code]).toEqual([400, 400000])
    expect((await put([{ value: 'x' }])).body.message).toContain('name')
    const after = await site.admin.api.call('liveChatVisitors.get', { params })
    expect(after.customVariableResults).toEqual(expected)
    await visitor.close()
  })
})
