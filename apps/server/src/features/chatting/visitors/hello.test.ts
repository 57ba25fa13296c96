import type { AgentEvents, AgentResults, VisitorEvents, VisitorResults, VisitorSummaryShape } from '@parley/contract'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RawClient } from '../../../../test/raw-client.ts'
import { startWorld, type World } from '../../../../test/realtime-world.ts'
import { campaignParts, customVariables, departments, sessions } from '../../../db/schema/index.ts'
import { newId } from '../../../lib/ids.ts'
import { endStaleSessions } from '../sessions/session-life.ts'

const MINUTE = 60_000
let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.close())

type Hello = VisitorResults['visitor.hello']
const keysOf = ({ visitorId, visitorToken }: Hello) => ({ visitorId, visitorToken })

async function monitored(client: RawClient): Promise<VisitorSummaryShape[]> {
  return (await client.call<AgentResults['visitors.watch']>('visitors.watch', { isOn: true })).visitors
}

async function sessionOf(hello: Hello) {
  const [row] = await world.app.database.db.select().from(sessions).where(eq(sessions.id, hello.sessionId))
  return row
}

describe('who a visitor is', () => {
  test('VIS-1 a visitor with the token is known again', async () => {
    const site = await world.site()
    const { hello: first } = await world.visitor(site)
    const { hello: again } = await world.visitor(site, keysOf(first))
    expect(keysOf(again)).toEqual(keysOf(first))
    expect(first.visitorToken).toMatch(/^[\w-]{43}$/)
  })

  test('VIS-1 anybody else is a new visitor, never an error', async () => {
    const site = await world.site()
    const { hello: known } = await world.visitor(site)
    const { hello: stranger } = await world.visitor(await world.site())
    const attempts = [
      { visitorId: known.visitorId },
      { visitorId: known.visitorId, visitorToken: 'wrong' },
      { visitorId: known.visitorId, visitorToken: stranger.visitorToken },
      { visitorId: crypto.randomUUID(), visitorToken: known.visitorToken },
      { visitorToken: known.visitorToken },
      keysOf(stranger),
    ]
    for (const attempt of attempts) {
      const { hello } = await world.visitor(site, attempt)
      expect(hello.visitorId).not.toBe(attempt.visitorId)
      expect(hello.visitorToken).not.toBe(attempt.visitorToken)
    }
  })

  test('VIS-2 the campaign has to be one of the site', async () => {
    const [site, other] = [await world.site(), await world.site()]
    const page = { url: 'https://shop.example/' }
    const client = await world.connect('visitor')
    for (const hello of [
      { siteId: site.siteId, campaignId: other.campaignId },
      { siteId: site.siteId, campaignId: crypto.randomUUID() },
      { siteId: 2_000_000_000, campaignId: site.campaignId },
    ]) {
      expect(await client.ask('visitor.hello', { ...hello, page })).toMatchObject({ ok: false, code: 404000 })
    }
    await client.close()
  })

  test('VIS-12 a campaign may be for some pages only', async () => {
    const { siteId, campaignId } = await world.site()
    const chatButton = { isDomainRestrictionEnabled: true, allowedDomains: ['shop.example'] }
    await world.app.database.db.insert(campaignParts).values({ siteId, campaignId, chatButton })
    const greet = async (url: string) => {
      const client = await world.connect('visitor')
      const answer = await client.ask('visitor.hello', { siteId, campaignId, page: { url } })
      await client.close()
      return answer
    }
    expect(await greet('https://www.shop.example/cart')).toMatchObject({ ok: true })
    expect(await greet('https://other.example/cart')).toMatchObject({ ok: false, code: 403000 })
    await world.app.database.db
      .update(campaignParts)
      .set({ chatButton: { ...chatButton, isDomainRestrictionEnabled: false } })
      .where(eq(campaignParts.campaignId, campaignId))
    expect(await greet('https://other.example/cart')).toMatchObject({ ok: true })
  })

  test('the widget learns how its button is to be', async () => {
    const { siteId, campaignId, ...rest } = await world.site()
    const site = { siteId, campaignId, ...rest }
    const campaignOf = async () => (await world.visitor(site)).hello.campaign
    expect(await campaignOf()).toMatchObject({ buttonOffsets: [20, 20, 12, 12], isHiddenOffline: false })
    const chatButton = {
      adaptiveButtonColor: 'b91c1c',
      adaptiveButtonRightOffset: 0,
      adaptiveButtonBottomOffsetOnMobile: 80,
      isHideWhenOffline: true,
    }
    await world.app.database.db.insert(campaignParts).values({ siteId, campaignId, chatButton })
    expect(await campaignOf()).toMatchObject({
      color: '#0f766e',
      buttonColor: '#b91c1c',
      buttonOffsets: [0, 20, 12, 80],
      isHiddenOffline: true,
    })
  })

  test('the widget learns the departments visitors may choose', async () => {
    const site = await world.site()
    const { siteId } = site
    const values = { siteId, createdTime: new Date() }
    await world.app.database.db.insert(departments).values([
      { ...values, id: newId(), name: 'Sales' },
      { ...values, id: newId(), name: 'Hidden', isAvailableInChat: false },
    ])
    const { hello } = await world.visitor(site)
    expect(hello.campaign).toMatchObject({ isOnline: false, isPreChatEnabled: true, color: '#0f766e', greeting: null })
    expect(hello.campaign.departments).toEqual([{ id: expect.any(String), name: 'Sales', isOnline: false }])
  })
})

describe('visits', () => {
  test('VIS-3 a visitor who comes back within half an hour goes on with the visit', async () => {
    const site = await world.site()
    const { client, hello: first } = await world.visitor(site)
    await client.close()
    world.advance(29 * MINUTE)
    const { client: second, hello: again } = await world.visitor(site, keysOf(first))
    expect(again.sessionId).toBe(first.sessionId)
    await second.close()
    world.advance(31 * MINUTE)
    const { hello: later } = await world.visitor(site, keysOf(first))
    expect(later.sessionId).not.toBe(first.sessionId)
    const { client: agent } = await world.agent(site)
    expect(await monitored(agent)).toMatchObject([{ id: first.visitorId, visits: 2, pageViews: 2 }])
  })

  test('VIS-3 a visit keeps how it began, and what the browser says of itself', async () => {
    const site = await world.site()
    const { client: agent } = await world.agent(site)
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const browser = { userAgent, language: 'de', screenResolution: '1920x1080', timeZone: 'Europe/Berlin' }
    const referrer = 'https://www.google.de/search?q=blue+shoes'
    const { client, hello } = await world.visitor(site, {
      page: { url: 'https://shop.example/a', title: 'A', referrer },
      browser,
    })
    await client.call('visitor.page', {
      page: { url: 'https://shop.example/b', title: 'B', referrer: 'https://shop.example/a' },
    })
    expect(await monitored(agent)).toMatchObject([
      {
        id: hello.visitorId,
        pageUrl: 'https://shop.example/b',
        pageTitle: 'B',
        referrer,
        pageViews: 2,
        visits: 1,
        chats: 0,
        status: 'inSite',
        browser: 'Firefox 140',
        operatingSystem: 'Linux',
        language: 'de',
        timeZone: 'W. Europe Standard Time',
        ip: '127.0.0.1',
        campaignId: site.campaignId,
      },
    ])
    expect(await sessionOf(hello)).toMatchObject({
      landingPageUrl: 'https://shop.example/a',
      landingPageTitle: 'A',
      searchEngine: 'Google',
      keywords: 'blue shoes',
      screenResolution: '1920x1080',
    })
  })

  test('VIS-4 the page the visitor is on already is no new view', async () => {
    const site = await world.site()
    const { client: agent } = await world.agent(site)
    const { client, hello } = await world.visitor(site)
    await client.close()
    const { client: back } = await world.visitor(site, keysOf(hello))
    await back.call('visitor.page', { page: { url: 'https://shop.example/cart' } })
    expect(await monitored(agent)).toMatchObject([{ pageViews: 1 }])
  })

  test('VIS-4 two tabs at once count every page and begin one visit', async () => {
    const site = await world.site()
    const { client: agent } = await world.agent(site)
    const { client, hello } = await world.visitor(site)
    await client.close()
    world.advance(40 * MINUTE)
    const tabs = await Promise.all(
      [1, 2, 3].map((tab) => world.visitor(site, { ...keysOf(hello), page: { url: `https://shop.example/${tab}` } })),
    )
    expect(new Set(tabs.map((tab) => tab.hello.sessionId)).size).toBe(1)
    await Promise.all(
      tabs.map((tab, index) =>
        tab.client.call('visitor.page', { page: { url: `https://shop.example/next/${index}` } }),
      ),
    )
    expect(await monitored(agent)).toMatchObject([{ visits: 2, pageViews: 7 }])
  })

  test('VIS-5 only variables of the site are kept, and only with values of their type', async () => {
    const site = await world.site()
    const { siteId } = site
    const createdTime = new Date()
    await world.app.database.db.insert(customVariables).values([
      { siteId, id: newId(), name: 'Plan', type: 'text', createdTime },
      { siteId, id: newId(), name: 'Items', type: 'integer', createdTime },
      { siteId, id: newId(), name: 'Total', type: 'decimal', createdTime },
    ])
    const { client, hello } = await world.visitor(site)
    const set = (variables: unknown) => client.ask('visitor.variables', { variables })
    await set([
      { name: 'PLAN', value: '<b>gold</b>' },
      { name: 'items', value: '3' },
      { name: 'unknown', value: 'x' },
    ])
    await set([{ name: 'Total', value: '19.90' }])
    expect(await set([{ name: 'Items', value: 'many' }])).toMatchObject({
      code: 400000,
      message: "Parameter 'variables[0].value' must be a whole number.",
    })
    expect(await set([{ value: 'x' }])).toMatchObject({ code: 400000 })
    await set([{ name: 'plan', value: null }])
    expect((await sessionOf(hello))?.variables).toEqual([
      { name: 'Items', value: '3' },
      { name: 'Total', value: '19.90' },
    ])
  })
})

describe('coming and going', () => {
  test('AGT-5 the monitor hears who comes, moves, chats and leaves', async () => {
    const site = await world.site()
    const { client: agent } = await world.agent(site)
    expect(await monitored(agent)).toEqual([])
    const { client, hello } = await world.visitor(site)
    const changed = (status: string) =>
      agent.next<AgentEvents['visitor.changed']>('visitor.changed', ({ visitor }) => visitor.status === status)
    expect((await changed('inSite')).visitor).toMatchObject({ id: hello.visitorId, pageTitle: 'Cart', chatId: null })
    const chat = await client.call<VisitorResults['chat.request']>('chat.request', {
      clientRequestId: 'r',
      name: 'Ada',
    })
    expect((await changed('chatting')).visitor).toMatchObject({ name: 'Ada', chatId: chat.id, chats: 1 })
    await agent.call('chat.end', { chatId: chat.id })
    expect((await changed('chatEnded')).visitor).toMatchObject({ chatId: null })
    await client.close()
    await changed('outOfSite')
    await agent.call('visitors.watch', { isOn: false })
    await world.visitor(site)
    expect(await monitored(agent)).toHaveLength(2)
  })

  test('VIS-7 a visitor whose last connection closed is gone after a minute, unless they come back', async () => {
    const site = await world.site()
    const { client: agent } = await world.agent(site)
    await monitored(agent)
    const outside = () =>
      agent.next<AgentEvents['visitor.changed']>('visitor.changed', ({ visitor }) => visitor.status === 'outOfSite')
    const { client: first, hello } = await world.visitor(site)
    const { client: second } = await world.visitor(site, keysOf(hello))
    await first.close()
    await second.close()
    await outside()
    const { client: back } = await world.visitor(site, keysOf(hello))
    world.advance(61_000)
    await endStaleSessions(world.app)
    expect(await monitored(agent)).toMatchObject([{ id: hello.visitorId, status: 'inSite' }])
    await back.close()
    await outside()
    world.advance(61_000)
    await Promise.all([endStaleSessions(world.app), endStaleSessions(world.app)])
    const left = await agent.next<AgentEvents['visitor.left']>('visitor.left')
    expect(left).toEqual({ visitorId: hello.visitorId })
    expect(agent.all('visitor.left')).toHaveLength(1)
    expect(await monitored(agent)).toEqual([])
    world.advance(31 * MINUTE)
    await endStaleSessions(world.app)
    expect((await sessionOf(hello))?.endTime).not.toBeNull()
  })

  test('VIS-7 who stays connected stays on the site, however long', async () => {
    const limits = { heartbeatMs: 100, keepAliveMs: 20 }
    const other = await startWorld({ databaseUrl: world.databaseUrl, limits })
    const site = await other.site()
    const { client: agent } = await other.agent(site)
    const { hello } = await other.visitor(site)
    other.advance(40 * MINUTE)
    await expect.poll(() => monitored(agent), { timeout: 20_000 }).toHaveLength(1)
    await endStaleSessions(other.app)
    expect(await monitored(agent)).toMatchObject([{ id: hello.visitorId, status: 'inSite' }])
    expect(agent.all('visitor.left')).toEqual([])
    await other.close()
  })

  test('VIS-8 visitors hear when agents come and go', async () => {
    const site = await world.site()
    const { client, hello } = await world.visitor(site)
    expect(hello.campaign.isOnline).toBe(false)
    const presence = (isOnline: boolean) =>
      client.next<VisitorEvents['campaign.presence']>('campaign.presence', (news) => news.isOnline === isOnline)
    const { client: agent } = await world.agent(site)
    expect(await presence(true)).toEqual({ isOnline: true, departments: [] })
    await agent.call('agent.status', { status: 'Away' })
    await presence(false)
  })
})
