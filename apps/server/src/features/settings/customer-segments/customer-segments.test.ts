import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const condition = { field: 'LandingPageURL', operator: 'contains', value: '/pricing' }
const create = (body: object) =>
  site.admin.send(api.customerSegments.create, { body: { name: 'Buyers', conditions: [condition], ...body } })

describe('customerSegments.create', () => {
  test('fills in what is left out, and reads other spellings', async () => {
    const own = await server.createSite()
    const agentIds = [own.admin.agentId]
    const body = {
      name: 'Buyers',
      conditions: [{ field: 'currentPageUrl', Operator: 'include', value: '/buy' }],
      alertTo: { agentIds },
      isEnable: true,
    }
    const { status, body: made } = await own.admin.send(api.customerSegments.create, { body })
    expect(status).toBe(201)
    expect(made).toEqual({
      id: made.id,
      name: 'Buyers',
      color: '339FD9',
      isEnabled: true,
      order: 1,
      description: null,
      conditionMetType: 'all',
      logicalExpression: null,
      conditions: [{ field: 'CurrentPageURL', operator: 'contains', value: '/buy', order: 1 }],
      alertTo: { departmentIds: [], agentIds },
    })
    const second = await own.admin.send(api.customerSegments.create, { body })
    expect(second.body.order).toBe(2)
  })

  test.each([
    ['conditions', { conditions: [{ ...condition, operator: 'isLessThan' }] }],
    ['conditions[0].field', { conditions: [{ ...condition, field: 'ShoeSize' }] }],
    [
      'conditions[0].value',
      { conditions: [{ ...condition, field: 'Segmentation', operator: 'is', value: crypto.randomUUID() }] },
    ],
    ['color', { color: 'teal' }],
    ['logicalExpression', { conditionMetType: 'logicalExpression', logicalExpression: '1 and 2' }],
    ['alertTo.agentIds', { alertTo: { agentIds: [987_654_321] } }],
    ['alertTo.departmentIds', { alertTo: { departmentIds: [crypto.randomUUID()] } }],
  ])('refuses a wrong %s', async (name, change) => {
    const { status, body } = await create(change)
    expect([status, body.code]).toEqual([400, 400000])
    expect(body.message).toContain(`'${name}`)
  })
})

describe('customerSegments.update', () => {
  test('keeps what it leaves out', async () => {
    const { body: made } = await create({ color: '#4f527d', description: 'They look at prices' })
    const changed = await site.admin.api.call('customerSegments.update', {
      params: { id: made.id },
      body: { conditionMetType: 'logicalExpression', logicalExpression: '(1)' },
    })
    expect(changed).toEqual({
      ...made,
      color: '4f527d',
      conditionMetType: 'logicalExpression',
      logicalExpression: '(1)',
    })
  })

  test('refuses an expression that no longer fits the conditions', async () => {
    const { body: made } = await create({ conditionMetType: 'logicalExpression', logicalExpression: '1' })
    const body = { conditions: [{ ...condition, order: 7 }] }
    const { status } = await site.admin.send(api.customerSegments.update, { params: { id: made.id }, body })
    expect(status).toBe(400)
  })
})

describe('customerSegments.delete', () => {
  test('is refused as long as something else is about it', async () => {
    const { admin, campaignId } = site
    const { body: inner } = await create({})
    const conditions = [{ field: 'Segmentation', operator: 'isNot', value: inner.id.toUpperCase() }] as const
    const { body: outer } = await create({ conditions })
    const remove = (id: string) => admin.send(api.customerSegments.delete, { params: { id } })
    expect((await remove(inner.id)).body.message).toContain("the segment 'Buyers'")
    expect((await remove(outer.id)).status).toBe(204)

    const rule = await admin.send(api.customRules.create, {
      params: { campaignId },
      body: { name: 'Rule', conditionMetType: 'all', conditions },
    })
    expect([rule.status, (await remove(inner.id)).status]).toEqual([201, 400])
    await admin.api.call('customRules.delete', { params: { campaignId, id: rule.body.id } })

    const target = { name: 'Rule', isEnabled: true, conditionMetType: 'all', targetCampaignId: campaignId, order: 1 }
    const body = { dynamicCampaignRules: [{ ...target, conditions }] }
    const dynamic = await admin.send(api.dynamicCampaign.update, { body })
    expect([dynamic.status, (await remove(inner.id)).status]).toEqual([200, 400])
    await admin.api.call('dynamicCampaign.update', { body: { dynamicCampaignRules: [] } })
    expect((await remove(inner.id)).status).toBe(204)
  })
})

describe('reports by segment', () => {
  test('have a row for every segment', async () => {
    const own = await server.createSite()
    const make = (name: string) => own.admin.api.call('customerSegments.create', { body: { name, conditions: [] } })
    const segments = [await make('Buyers'), await make('Regulars')]
    const report = async (query: object) => {
      const range = { timeFrom: '2026-01-01T00:00:00', timeTo: '2026-01-02T00:00:00', group: 'visitorSegment' }
      return (await own.admin.send(api.reports.chatVolume, { query: { ...range, ...query } })).body
    }
    const none = { chatRequests: 0, chats: 0, missedChats: 0, refusedChats: 0 }
    const rows = segments.map(({ id }) => ({ visitorSegmentId: id, ...none }))
    expect(await report({})).toEqual(rows)
    expect(await report({ filterName: 'visitorSegment', filterValue: segments[1]?.id })).toEqual(rows.slice(1))
    expect(await report({ filterName: 'visitorSegment', filterValue: crypto.randomUUID() })).toMatchObject({
      code: 400000,
    })
  })
})
