import { api, type Shape } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, playChat, visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite
let departmentId: string
let visitorId: string

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  departmentId = (await site.admin.api.call('departments.create', { body: { name: 'Sales' } })).id
  await site.admin.api.call('departments.update', {
    params: { id: departmentId },
    body: { agentIds: [site.admin.agentId] },
  })
  const agent = await agentAtWork(server, site)
  const ada = await visitorOf(server, site)
  const berta = await visitorOf(server, site, { url: 'https://shop.example/cart', title: 'Cart', referrer: '' })
  visitorId = ada.visitorId
  await playChat(ada, agent, { name: 'Ada', email: 'ada@example.com', company: 'Ada & Sons' }, [
    ['visitor', 'Can the table be delivered before Friday?'],
  ])
  const fields = [{ name: 'ticket ID', value: 'T-77' }]
  await playChat(berta, agent, { name: 'Berta 100%', phone: '+47 555', departmentId, fields }, [
    ['agent', 'How can I help you?'],
  ])
  const rated = await ada.startChat({ name: 'Ada rated' })
  await rated.end()
  await rated.rate({ grade: 4, comment: 'Friendly' })
  // nobody gets it by itself any more, so it ends unanswered
  await site.admin.api.call('settings.update', { body: { isAutoDistributionEnabled: false } })
  const missed = await berta.startChat({ name: 'Berta missed' })
  await missed.end()
  await Promise.all([agent.close(), ada.close(), berta.close()])
})

afterAll(() => server?.close())

const request = (query: Record<string, string>) => site.admin.send(api.chats.list, { query })

async function names(query: Record<string, string>): Promise<(string | null)[]> {
  const { body } = await request(query)
  expect(body.totalCount).toBe(body.chats.length)
  return (body.chats as Shape<'Chat'>[]).map(({ preChat }) => preChat.name)
}

const condition = (field: string, operate: string, value: string) => ({
  'conditions[0][field]': field,
  'conditions[0][operate]': operate,
  'conditions[0][value]': value,
})

describe('chats.list', () => {
  test('shows the chats of today, the latest request first', async () => {
    expect(await names({})).toEqual(['Berta missed', 'Ada rated', 'Berta 100%', 'Ada'])
  })

  test('today is the day of the site’s time zone', async () => {
    const own = await startTestServer({ now: () => new Date('2026-03-04T23:30:00Z') })
    const ownSite = await own.createSite()
    const agent = await agentAtWork(own, ownSite)
    const visitor = await visitorOf(own, ownSite)
    await (await visitor.startChat()).end()
    await Promise.all([agent.close(), visitor.close()])
    const total = async (query = {}) => (await ownSite.admin.send(api.chats.list, { query })).body.totalCount
    expect(await total()).toBe(1)
    expect(await total({ timeFrom: '2026-03-05T00:00:00' })).toBe(0)
    await ownSite.admin.api.call('site.update', { body: { timeZone: 'Tokyo Standard Time' } })
    expect(await total({ timeFrom: '2026-03-05T00:00:00' })).toBe(0)
    expect(await total({ timeTo: '2026-03-04T23:30:00' })).toBe(0)
    expect(await total({ timeTo: '2026-03-04T23:30:01' })).toBe(1)
    await own.close()
  })

  test.each([
    ['departmentId', () => ({ departmentId }), ['Berta 100%']],
    ['visitorId', () => ({ visitorId }), ['Ada rated', 'Ada']],
    ['agentId', () => ({ agentId: String(site.admin.agentId) }), ['Ada rated', 'Berta 100%', 'Ada']],
    ['another agentId', () => ({ agentId: '987654321' }), []],
    ['categoryId', () => ({ categoryId: crypto.randomUUID() }), []],
    ['words of a message, in any order and case', () => ({ keywords: 'FRIDAY table' }), ['Ada']],
    ['words of which one is missing', () => ({ keywords: 'friday chair' }), []],
    ['part of the name', () => ({ keywords: '100%' }), ['Berta 100%']],
    ['part of the address', () => ({ keywords: 'ada@exam' }), ['Ada rated', 'Ada']],
    ['timeFrom', () => ({ timeFrom: '2099-01-01T00:00:00' }), []],
    ['timeTo', () => ({ timeTo: '2001-01-01T00:00:00' }), []],
  ])('narrows by %s', async (_name, query, expected) => {
    expect(await names(query() as unknown as Record<string, string>)).toEqual(expected)
  })

  test.each([
    ['name', 'is', 'ada', ['Ada']],
    ['Name', 'CONTAINS', 'ada', ['Ada rated', 'Ada']],
    ['name', 'contains', '%', ['Berta 100%']],
    ['name', 'notContains', 'berta', ['Ada rated', 'Ada']],
    ['email', 'isNot', 'ada@example.com', ['Berta missed', 'Berta 100%']],
    ['phone', 'contains', '555', ['Berta missed', 'Berta 100%']],
    ['company', 'contains', '& sons', ['Ada rated', 'Ada']],
    ['ticketID', 'is', 't-77', ['Berta 100%']],
    ['ticket id', 'is', 'T-77', ['Berta 100%']],
    ['productService', 'contains', 'x', []],
    ['department', 'is', 'sales', ['Berta 100%']],
    ['department', 'isNot', 'sales', ['Berta missed', 'Ada rated', 'Ada']],
    ['agent', 'contains', 'administrator', ['Ada rated', 'Berta 100%', 'Ada']],
    ['campaign', 'is', 'Default Plan', ['Berta missed', 'Ada rated', 'Berta 100%', 'Ada']],
    ['page', 'contains', '/cart', ['Berta missed', 'Berta 100%']],
    ['status', 'is', 'missed', ['Berta missed']],
    ['rating', 'is', 'level4', ['Ada rated']],
    ['rating', 'is', '4', ['Ada rated']],
    ['rating', 'is', 'noRating', ['Berta missed', 'Berta 100%', 'Ada']],
    ['ratingComment', 'contains', 'friend', ['Ada rated']],
    ['source', 'isNot', 'chatButton', []],
  ])('keeps a condition: %s %s %s', async (field, operate, value, expected) => {
    expect(await names(condition(field, operate, value))).toEqual(expected)
  })

  test('keeps several conditions and filters at once', async () => {
    const query = { ...condition('name', 'contains', 'ada'), visitorId, keywords: 'table' }
    const second = { 'conditions[1][field]': 'rating', 'conditions[1][value]': 'noRating' }
    expect(await names({ ...query, ...second })).toEqual(['Ada'])
  })

  test.each([
    ['field', condition('shoeSize', 'is', '1')],
    ['operate', condition('name', 'resembles', '1')],
    ['value', { 'conditions[0][field]': 'name' }],
    ['conditions', { conditions: 'name is Ada' }],
    ['timeFrom', { timeFrom: 'yesterday-ish' }],
    ['pageSize', { pageSize: '1001' }],
    ['pageIndex', { pageIndex: '0' }],
    ['include', { include: 'everything' }],
  ])('refuses a wrong %s and names it', async (name, query) => {
    const { status, body } = await request(query as Record<string, string>)
    expect([status, body.code]).toEqual([400, 400000])
    expect(body.message).toContain(name)
  })

  test('treats every text as text', async () => {
    for (const text of ["'; drop table chats; --", '<b>', '\\', '%_', ':*&!', '"a b" -c or']) {
      expect((await request({ keywords: text })).status).toBe(200)
      expect((await request(condition('agent', 'contains', text))).status).toBe(200)
    }
    expect(await names({})).toHaveLength(4)
  })

  test('comes in pages whose links keep the query', async () => {
    const first = (await request({ pageSize: '3', keywords: 'a' })).body
    expect([first.totalCount, first.chats.length, first.previousPage]).toEqual([4, 3, ''])
    const next = new URL(first.nextPage)
    expect(Object.fromEntries(next.searchParams)).toEqual({ pageSize: '3', keywords: 'a', pageIndex: '2' })
    const second = (await request(Object.fromEntries(next.searchParams))).body
    expect([second.chats.length, second.nextPage]).toEqual([1, ''])
    expect(new URL(second.previousPage).searchParams.get('pageIndex')).toBe('1')
  })
})
