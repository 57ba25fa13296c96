import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGE, visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

describe('sessions.get', () => {
  test('shows how a visit began, with everything that is documented', async () => {
    const { visitorId, sessionId, ...visitor } = await hello()
    const shown = await site.admin.api.call('sessions.get', { params: { id: sessionId } })
    expect(shown).toEqual({
      id: sessionId,
      startTime: expect.stringMatching(/Z$/),
      ip: expect.any(String),
      referrerURL: PAGE.referrer,
      searchEngine: 'Google',
      keywords: 'chairs',
      browser: shown.browser,
      flashVersion: null,
      language: shown.language,
      screenResolution: shown.screenResolution,
      operatingSystem: shown.operatingSystem,
      timeZone: shown.timeZone,
      landingPageURL: PAGE.url,
      landingPageTitle: PAGE.title,
      visitorId,
      contactId: null,
    })
    await visitor.close()
  })

  test('includes visitor and contact', async () => {
    const { visitorId, sessionId, ...visitor } = await hello()
    const query = { include: ['visitor', 'contact'] as const }
    const params = { id: sessionId }
    const shown = await site.admin.api.call('sessions.get', { params, query: { include: [...query.include] } })
    expect(shown.visitor).toMatchObject({ id: visitorId, numberOfVisits: 1, numberOfChats: 0 })
    expect(shown.contact).toBeNull()
    await visitor.close()
  })
})

describe('visitors', () => {
  test('are listed since the day began, and found by id', async () => {
    const own = await server.createSite()
    const visitor = await visitorOf(server, own)
    const page = await own.admin.api.call('visitors.list')
    expect(page).toMatchObject({ totalCount: 1, nextPage: '', previousPage: '' })
    expect(page.visitors).toEqual([
      {
        id: visitor.visitorId,
        name: null,
        email: null,
        numberOfVisits: 1,
        numberOfChats: 0,
        firstVisitTime: expect.stringMatching(/Z$/),
      },
    ])
    expect(await own.admin.api.call('visitors.get', { params: { id: visitor.visitorId } })).toEqual(page.visitors[0])
    await visitor.close()
  })

  test('are not those of a time to come, or of other words', async () => {
    const visitor = await visitorOf(server, site)
    for (const query of [{ requestedTime: '2099-01-01T00:00:00' }, { keywords: 'nobody' }]) {
      const { body } = await site.admin.send(api.visitors.list, { query: query as Record<string, string> })
      expect(body).toMatchObject({ totalCount: 0, visitors: [] })
    }
    await visitor.close()
  })
})

async function hello() {
  const visitor = await visitorOf(server, site)
  return { visitorId: visitor.visitorId, sessionId: visitor.sessionId, close: () => visitor.close() }
}
