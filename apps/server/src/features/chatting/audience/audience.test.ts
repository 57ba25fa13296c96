import { api, type Shape } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, playChat, visitorOf } from '../../../../test/live-data.ts'
import { conversions } from '../../../db/schema/index.ts'
import { listWatchedActions } from '../../settings/conversion-actions/conversions.repo.ts'
import { queryKnown } from './audience.query.ts'
import { putIntoSegments } from './audience.repo.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server?.close())

const page = (path: string) => ({ url: `https://shop.example${path}`, title: path })

async function siteWithSegments(): Promise<TestSite> {
  const site = await server.createSite()
  const settings = await site.admin.api.call('settings.get')
  await site.admin.api.call('settings.update', { body: { ...settings, isCustomerSegmentEnabled: true } })
  return site
}

const newSegment = (site: TestSite, name: string, value: string, change: object = {}) =>
  site.admin.api.call('customerSegments.create', {
    body: {
      name,
      color: '112233',
      isEnabled: true,
      conditions: [{ field: 'CurrentPageURL', operator: 'contains', value }],
      ...change,
    },
  })

describe('customer segments', () => {
  test('AGT-5 AGT-9 a visitor is in those whose conditions hold now; agents see it, and who is to be told is told', async () => {
    const site = await siteWithSegments()
    const agent = await agentAtWork(server, site)
    const seen: string[][] = []
    agent.on('visitor', ({ visitor }) => seen.push(visitor.segments.map(({ name, color }) => `${name} ${color}`)))
    const told = new Promise((resolve) => void agent.on('segmentEntered', resolve))
    await agent.watchVisitors(true)
    await newSegment(site, 'Shoppers', '/')
    await newSegment(site, 'Buyers', '/buy', { alertTo: { agentIds: [site.admin.agentId] } })
    await newSegment(site, 'Switched off', '/', { isEnabled: false })
    const visitor = await visitorOf(server, site, { ...page('/'), referrer: '' })
    await visitor.pageView(page('/buy'))
    expect(await told).toMatchObject({
      segment: { name: 'Buyers', color: '#112233' },
      visitor: { id: visitor.visitorId, pageUrl: 'https://shop.example/buy' },
    })
    expect(seen.at(-1)).toEqual(['Shoppers #112233', 'Buyers #112233'])
    await visitor.pageView(page('/about'))
    await expect.poll(() => seen.at(-1)).toEqual(['Shoppers #112233'])
    await Promise.all([agent.close(), visitor.close()])
  })

  test('that follow from a page the visitor has left meanwhile, in another tab, are not taken for those of now', async () => {
    const site = await siteWithSegments()
    const buyers = await newSegment(site, 'Buyers', '/buy')
    const visitor = await visitorOf(server, site, { ...page('/'), referrer: '' })
    const { pool, db } = server.server.app.database
    const known = await queryKnown(pool, site.siteId, visitor)
    await visitor.pageView(page('/buy'))
    expect(
      known && (await putIntoSegments(db, site.siteId, visitor.sessionId, { segmentIds: [], known })),
    ).toBeUndefined()
    expect(await queryKnown(pool, site.siteId, visitor)).toMatchObject({ segmentIds: [buyers.id] })
    await visitor.close()
  })

  test('chats and messages keep those the visitor was in', async () => {
    const site = await siteWithSegments()
    const { id } = await newSegment(site, 'Buyers', '/buy')
    await newSegment(site, 'Askers', '/buy', {
      conditions: [{ field: 'ChatRequestingPageURL', operator: 'contains', value: '/buy' }],
    })
    const agent = await agentAtWork(server, site)
    const visitor = await visitorOf(server, site, { ...page('/buy'), referrer: '' })
    const { chatId } = await playChat(visitor, agent)
    const { offlineMessageId } = await visitor.leaveMessage({ name: 'A', email: 'a@example.com', message: 'Hello' })
    const chat = await site.admin.api.call('chats.get', { params: { id: chatId } })
    expect(chat.customerSegments.map(({ name }) => name)).toEqual(['Buyers', 'Askers'])
    const listed = async (visitorSegmentId: string) => {
      const { body } = await site.admin.send(api.offlineMessages.list, { query: { visitorSegmentId } })
      return (body as { offlineMessages: Shape<'OfflineMessage'>[] }).offlineMessages.map((message) => message.id)
    }
    expect(await listed(id)).toEqual([offlineMessageId])
    expect(await listed(crypto.randomUUID())).toEqual([])
    await site.admin.api.call('customerSegments.delete', { params: { id } })
    const after = await site.admin.api.call('chats.get', { params: { id: chatId } })
    expect(after.customerSegments.map(({ name }) => name)).toEqual(['Askers'])
    await Promise.all([agent.close(), visitor.close()])
  })

  test('are nobody’s business while the site does not use them', async () => {
    const site = await server.createSite()
    await newSegment(site, 'Everybody', '/')
    const agent = await agentAtWork(server, site)
    await agent.watchVisitors(true)
    const arrived = new Promise((resolve) => void agent.on('visitor', resolve))
    const visitor = await visitorOf(server, site, { ...page('/'), referrer: '' })
    await arrived
    expect(agent.visitors().map(({ segments }) => segments)).toEqual([[]])
    await Promise.all([agent.close(), visitor.close()])
  })
})

describe('conversions', () => {
  const noted = (id: string) =>
    server.server.app.database.db.select().from(conversions).where(eq(conversions.conversionActionId, id))

  test('by page: once in a session, and owed to the chat before', async () => {
    const site = await server.createSite()
    const action = await site.admin.api.call('conversionActions.create', {
      body: {
        name: 'Paid',
        isEnable: true,
        type: 'url',
        operator: 'beginsWith',
        value: 'https://shop.example/thanks',
        isValueAssignedToConversion: true,
        valueSource: 'inputAValue',
        assignedValueFromInputting: 25,
        chatAssociatedWithConversion: 'theLastChat',
      },
    })
    const agent = await agentAtWork(server, site)
    const visitor = await visitorOf(server, site)
    const { chatId } = await playChat(visitor, agent)
    await visitor.pageView(page('/cart?to=https://shop.example/thanks'))
    expect(await noted(action.id)).toEqual([])
    for (const path of ['/THANKS', '/', '/thanks/again']) await visitor.pageView(page(path))
    expect(await noted(action.id)).toMatchObject([{ chatId, visitorId: visitor.visitorId, value: 25 }])
    // what is achieved is not looked for on every further page
    const { db } = server.server.app.database
    expect(await listWatchedActions(db, site.siteId, visitor.sessionId)).toEqual([])
    expect(await listWatchedActions(db, site.siteId, crypto.randomUUID())).toHaveLength(1)
    await Promise.all([agent.close(), visitor.close()])
  })

  test('by custom variable, worth what another one says', async () => {
    const site = await server.createSite()
    for (const [name, type] of [
      ['Orders', 'integer'],
      ['Total', 'decimal'],
    ] as const) {
      await site.admin.api.call('customVariables.create', { body: { name, type } })
    }
    const action = await site.admin.api.call('conversionActions.create', {
      body: {
        name: 'Ordered',
        isEnable: true,
        type: 'customVariable',
        customVariableUsedToDetermineConversion: 'Orders',
        operator: 'isMoreThen',
        value: '0',
        isValueAssignedToConversion: true,
        valueSource: 'getFromCustomVariable',
        assignedValueFromCustomVariable: 'Total',
      },
    })
    const visitor = await visitorOf(server, site)
    await visitor.setVariables({ Orders: '0', Total: '19.90' })
    expect(await noted(action.id)).toEqual([])
    await visitor.setVariables({ Orders: '1' })
    expect(await noted(action.id)).toMatchObject([{ chatId: null, value: 19.9 }])
    await visitor.close()
  })
})
