import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldListCounts } from './list-counts.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const database = () => server.server.app.database.db

async function contactIds(query: Record<string, string> = {}): Promise<{ count: number; ids: number[] }> {
  const { body } = await site.admin.send(api.contacts.list, { query })
  return { count: body.count, ids: (body.contacts as { id: number }[]).map(({ id }) => id) }
}

/** Folds until nothing is left to fold, also when the server's own sweep was at it. */
async function foldAll(): Promise<void> {
  while (await foldListCounts(database()));
}

describe('the total of a list', () => {
  test('follows what is added and deleted, folded or not', async () => {
    expect(await contactIds()).toEqual({ count: 0, ids: [] })
    const made: number[] = []
    for (const name of ['Ada', 'Berta', 'Carl'])
      made.push((await site.admin.api.call('contacts.create', { body: { name } })).id)
    expect((await contactIds()).count).toBe(3)
    await foldAll()
    expect((await contactIds()).count).toBe(3)
    await site.admin.api.call('contacts.delete', { params: { id: made[1] as number } })
    expect((await contactIds()).count).toBe(2)
    await foldAll()
    expect((await contactIds({ pageSize: '1', pageIndex: '2' })).count).toBe(2)
    expect(await contactIds({ pageSize: '1', pageIndex: '3' })).toEqual({ count: 2, ids: [] })
    expect((await contactIds({ keywords: 'ada' })).count).toBe(1)
  })

  test('is that of the own site', async () => {
    const other = await server.createSite()
    expect((await other.admin.send(api.contacts.list)).body.count).toBe(0)
    expect((await other.admin.send(api.agents.list)).body.count).toBe(1)
  })

  test('does not count what was rolled back', async () => {
    const before = (await site.admin.send(api.agents.list)).body.count
    const taken = { email: site.admin.email, firstName: 'A', lastName: 'B' }
    expect((await site.admin.send(api.agents.create, { body: taken })).status).toBe(400)
    expect((await site.admin.send(api.agents.list)).body.count).toBe(before)
  })
})

describe('the total of a time', () => {
  beforeAll(async () => {
    // one message every six hours, from the first of March to the end of the fourth: 16
    await database().execute(sql`
      insert into offline_messages (site_id, id, created_time, visitor_id, message)
      select ${site.siteId}, gen_random_uuid(), t, gen_random_uuid(), 'Hello'
      from generate_series(timestamptz '2026-03-01T00:00:00Z', '2026-03-04T23:00:00Z', interval '6 h') t`)
  })

  test.each([
    ['whole days', '2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z', 16],
    ['a day', '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z', 4],
    ['parts of days at both ends', '2026-03-01T06:00:00Z', '2026-03-04T06:00:01Z', 13],
    ['a time within a day', '2026-03-02T05:00:00Z', '2026-03-02T13:00:00Z', 2],
    ['a time over midnight', '2026-03-02T18:00:00Z', '2026-03-03T00:00:01Z', 2],
    ['the end itself left out', '2026-03-02T18:00:00Z', '2026-03-03T00:00:00Z', 1],
    ['days of another zone', '2026-03-02T00:00:00+09:00', '2026-03-03T00:00:00+09:00', 4],
    ['a time that ends before it begins', '2026-03-03T00:00:00Z', '2026-03-01T00:00:00Z', 0],
  ])('%s', async (_what, timeFrom, timeTo, expected) => {
    const total = async () =>
      (await site.admin.send(api.offlineMessages.list, { query: { timeFrom, timeTo, pageSize: '1' } })).body.total
    expect(await total()).toBe(expected)
    await foldAll()
    expect(await total()).toBe(expected)
  })

  test('is less by what was deleted', async () => {
    const query = { timeFrom: '2026-03-01T00:00:00Z', timeTo: '2026-03-05T00:00:00Z' }
    const { body } = await site.admin.send(api.offlineMessages.list, { query })
    const ids = (body.offlineMessages as { id: string }[]).slice(0, 3).map(({ id }) => id)
    await site.admin.api.call('offlineMessages.deleteMany', { body: ids })
    expect((await site.admin.send(api.offlineMessages.list, { query })).body.total).toBe(13)
  })
})
