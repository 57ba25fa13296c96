import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chatVolumeDeltas } from '../../../db/schema/index.ts'
import { foldChatVolume } from '../shared/fold-chat-volume.ts'
import { recordChatVolume } from '../shared/record-chat-volume.ts'

let server: TestServer
let site: TestSite
let departmentId: string

type Status = 'normal' | 'missed' | 'refused'

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  departmentId = (await site.admin.api.call('departments.create', { body: { name: 'Sales' } })).id
  // Sunday 1 March 2026 UTC and the days after it, counted by hand below
  await record('2026-03-01T00:05:00Z', 'normal')
  await record('2026-03-01T00:20:00Z', 'normal', departmentId)
  await record('2026-03-01T23:50:00Z', 'missed', departmentId)
  await record('2026-03-02T05:00:00Z', 'refused')
  await record('2026-03-08T00:10:00Z', 'normal')
})

afterAll(() => server?.close())

async function record(requestedTime: string, status: Status, department: string | null = null): Promise<void> {
  const facts = { requestedTime: new Date(requestedTime), campaignId: site.campaignId, departmentId: department }
  await recordChatVolume(server.server.app.database.db, site.siteId, [
    { before: { ...facts, status: null }, after: { ...facts, status } },
  ])
}

const report = (query: Record<string, string>) =>
  site.admin.api.call('reports.chatVolume', {
    query: { timeFrom: '2026-03-01T00:00:00Z', timeTo: '2026-03-04T00:00:00Z', group: 'day', ...query } as never,
  })

describe.each(['unfolded', 'folded'])('%s', (state) => {
  beforeAll(async () => {
    const { db } = server.server.app.database
    if (state === 'folded') expect(await foldChatVolume(db)).toBe(12)
    else expect(await db.select().from(chatVolumeDeltas)).toHaveLength(12)
  })

  test('days of the range, empty ones included', async () => {
    expect(await report({})).toEqual([
      {
        time: { from: '2026-03-01T00:00:00', to: '2026-03-02T00:00:00' },
        chatRequests: 3,
        chats: 2,
        missedChats: 1,
        refusedChats: 0,
      },
      {
        time: { from: '2026-03-02T00:00:00', to: '2026-03-03T00:00:00' },
        chatRequests: 1,
        chats: 0,
        missedChats: 0,
        refusedChats: 1,
      },
      {
        time: { from: '2026-03-03T00:00:00', to: '2026-03-04T00:00:00' },
        chatRequests: 0,
        chats: 0,
        missedChats: 0,
        refusedChats: 0,
      },
    ])
  })

  test('the time zone moves chats to their local day', async () => {
    const east = await report({ timezone: '+05:30' })
    expect(east.map((row) => row.chatRequests)).toEqual([2, 2, 0])
    const west = await report({ timezone: '-00:30', timeTo: '2026-03-02T00:00:00Z' })
    // 00:05 and 00:20 are still 28 February there
    expect(west.map((row) => [row.chats, row.missedChats])).toEqual([[0, 1]])
    const named = await report({ timezone: 'tokyo standard time' })
    expect(named.map((row) => row.chatRequests)).toEqual([2, 2, 0])
  })

  test('hours are cut at the ends of the range', async () => {
    const rows = await report({ group: 'hour', timeFrom: '2026-03-01T00:15:00Z', timeTo: '2026-03-01T02:00:00Z' })
    expect(rows.map((row) => [row.time?.from, row.chats])).toEqual([
      ['2026-03-01T00:15:00', 1],
      ['2026-03-01T01:00:00', 0],
    ])
  })

  test('weeks begin on Sunday, months on the first', async () => {
    const range = { timeFrom: '2026-02-27T00:00:00Z', timeTo: '2026-03-15T00:00:00Z' }
    const weeks = await report({ ...range, group: 'week' })
    expect(weeks.map((row) => [row.time?.from, row.chatRequests])).toEqual([
      ['2026-02-27T00:00:00', 0],
      ['2026-03-01T00:00:00', 4],
      ['2026-03-08T00:00:00', 1],
    ])
    const months = await report({ ...range, group: 'month' })
    expect(months.map((row) => row.chatRequests)).toEqual([0, 5])
  })

  test('distributions average over every occurrence in the range', async () => {
    const range = { timeFrom: '2026-03-01T00:00:00Z', timeTo: '2026-03-15T00:00:00Z' }
    const week = await report({ ...range, group: '24*7Distribution' })
    expect(week).toHaveLength(168)
    expect(week[0]).toEqual({
      time: { from: 'Sun. 00:00', to: 'Sun. 01:00' },
      avgChatRequests: 1.5,
      avgChats: 1.5,
      avgMissedChats: 0,
      avgRefusedChats: 0,
    })
    expect(week.at(-1)?.time).toEqual({ from: 'Sat. 23:00', to: 'Sun. 00:00' })
    const day = await report({ ...range, group: 'halfHourDistribution' })
    expect(day).toHaveLength(48)
    expect(day[0]?.avgChats).toBeCloseTo(3 / 14)
    expect(day[47]).toMatchObject({ time: { from: '23:30', to: '00:00' }, avgMissedChats: 1 / 14 })
  })

  test('by campaign and department, alone and within each other', async () => {
    expect(await report({ group: 'campaign' })).toEqual([
      { campaignId: site.campaignId, chatRequests: 4, chats: 2, missedChats: 1, refusedChats: 1 },
    ])
    expect(await report({ group: 'department' })).toEqual([
      { departmentId, chatRequests: 2, chats: 1, missedChats: 1, refusedChats: 0 },
    ])
    const filtered = await report({ filterName: 'department', filterValue: departmentId })
    expect(filtered.map((row) => row.chatRequests)).toEqual([2, 0, 0])
  })
})

test.each([
  [{ timeFrom: '' }, 'timeFrom'],
  [{ group: 'century' }, 'group'],
  [{ timezone: '+99:00' }, 'timezone'],
  [{ timezone: 'somewhere' }, 'timezone'],
  [{ timeTo: '2026-02-01T00:00:00' }, 'timeTo'],
  [{ timeFrom: '0001-01-01', timeTo: '0001-01-02', timezone: 'Pacific Standard Time' }, 'timeFrom'],
  [{ timeFrom: '9999-12-01', timeTo: '9999-12-31' }, 'timeTo'],
  [{ filterName: 'campaign' }, 'filterValue'],
  [{ filterName: 'campaign', filterValue: '7' }, 'filterValue'],
  [{ filterName: 'campaign', filterValue: '00000000-0000-0000-0000-000000000001' }, 'filterValue'],
])('%j is refused by name', async (query, parameter) => {
  await expect(report(query as Record<string, string>)).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining(`'${parameter}'`),
  })
})

test('a report that is read while counts are folded misses and doubles none', async () => {
  const busy = await server.createSite()
  const { db } = server.server.app.database
  const query = { timeFrom: '2026-03-01T00:00:00Z', timeTo: '2026-03-02T00:00:00Z', group: 'day' as const }
  const facts = { requestedTime: new Date('2026-03-01T08:00:00Z'), campaignId: busy.campaignId, departmentId: null }
  for (let round = 1; round <= 5; round++) {
    const change = { before: { ...facts, status: null }, after: { ...facts, status: 'normal' as const } }
    await recordChatVolume(db, busy.siteId, [change])
    const ask = () => busy.admin.api.call('reports.chatVolume', { query })
    const reports = await Promise.all([ask(), ask(), foldChatVolume(db), ask(), ask()])
    const counts = reports.flatMap((rows) => (Array.isArray(rows) ? rows.map((row) => row.chats) : []))
    expect(counts).toEqual([round, round, round, round])
  }
})

test('another site counts nothing of this one', async () => {
  const other = await server.createSite()
  const rows = await other.admin.api.call('reports.chatVolume', {
    query: { timeFrom: '2026-03-01T00:00:00Z', timeTo: '2026-03-02T00:00:00Z', group: 'day' },
  })
  expect(rows.map((row) => row.chatRequests)).toEqual([0])
})
