import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let site: TestSite
let params: { campaignId: string }
let departmentId: string

const condition = { field: 'CurrentPageURL', operator: 'contains', value: '/tea' } as const

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  params = { campaignId: site.campaignId }
  departmentId = (await site.admin.api.call('departments.create', { body: { name: 'Sales' } })).id
})

afterAll(() => server?.close())

test('rules stand in order, the next one behind the last, and show whom they name when asked', async () => {
  const { admin } = site
  const first = await admin.api.call('customRules.create', {
    params,
    body: { name: 'Tea', routeTo: 'department', routeToId: departmentId, conditions: [condition] },
  })
  const second = await admin.api.call('customRules.create', {
    params,
    body: { name: 'Anna', routeTo: 'agent', routeToId: String(admin.agentId) },
  })
  expect([first.order, second.order]).toEqual([1, 2])
  const rules = await admin.api.call('customRules.list', { params, query: { include: ['agent', 'department'] } })
  expect(rules.map((rule) => [rule.routeToDepartment?.name ?? null, rule.routeToAgent?.id ?? null])).toEqual([
    ['Sales', null],
    [null, admin.agentId],
  ])
  expect((await admin.api.call('routing.get', { params })).customRules.map(({ id }) => id)).toEqual([
    first.id,
    second.id,
  ])
})

test.each([
  [{ routeTo: 'department', routeToId: '7' }, 'routeToId'],
  [{ routeTo: 'agent', routeToId: '999999' }, 'routeToId'],
  [{ conditions: [{ ...condition, operator: 'isMoreThan' }] }, 'conditions[0].operator'],
  [
    { conditionMetType: 'logicalExpression', logicalExpression: '1 and 9', conditions: [condition] },
    'logicalExpression',
  ],
])('%j is refused by name and changes nothing', async (body, parameter) => {
  const before = await site.admin.api.call('customRules.list', { params })
  const { status, body: error } = await site.admin.send(api.customRules.create, { params, body })
  expect([status, error.message]).toEqual([400, expect.stringContaining(`'${parameter}'`)])
  expect(await site.admin.api.call('customRules.list', { params })).toEqual(before)
})

test('a PUT of the routing replaces its rules, or none of them when one is wrong', async () => {
  const { admin } = site
  const before = await admin.api.call('routing.get', { params })
  const wrong = await admin.send(api.routing.update, {
    params,
    body: { customRules: [{ name: 'Good' }, { name: 'Bad', routeTo: 'agent', routeToId: 'x' }] },
  })
  expect([wrong.status, wrong.body.message]).toEqual([400, expect.stringContaining("'customRules[1].routeToId'")])
  expect(await admin.api.call('routing.get', { params })).toEqual(before)
  const after = await admin.api.call('routing.update', {
    params,
    body: { isEnable: true, type: 'customRule', customRules: [{ name: 'Only', conditions: [condition] }] },
  })
  expect(after.customRules.map(({ name, order }) => [name, order])).toEqual([['Only', 1]])
})

test('a rule is not found below another campaign, and goes with its own', async () => {
  const { admin } = site
  const other = await admin.api.call('campaigns.create', { body: { name: 'Other' } })
  const rule = await admin.api.call('customRules.create', { params: { campaignId: other.id }, body: { name: 'There' } })
  expect((await admin.send(api.customRules.get, { params: { ...params, id: rule.id } })).status).toBe(404)
  await admin.api.call('campaigns.delete', { params: { id: other.id } })
  const { rows } = await server.server.app.database.pool.query('select id from custom_rules where id = $1', [rule.id])
  expect(rows).toEqual([])
})

test('a PUT of what was shown changes nothing, ids included', async () => {
  const { admin } = site
  await admin.api.call('routing.update', { params, body: { customRules: [{ name: 'One' }, { name: 'Two' }] } })
  const before = await admin.api.call('routing.get', { params })
  expect(await admin.api.call('routing.update', { params, body: before as object })).toEqual(before)
})

test('a PUT of the invitation replaces the automatic ones, or none of them when one is wrong', async () => {
  const own = await server.createSite()
  const at = { campaignId: own.campaignId }
  const put = (autoInvitations: readonly object[]) =>
    own.admin.send(api.invitation.update, { params: at, body: { autoInvitations } })
  const shown = async () => (await own.admin.api.call('invitation.get', { params: at })).autoInvitations
  await put([{ name: 'Look around', conditions: [condition] }, { name: 'Help' }])
  const [first, second] = await shown()
  expect([first, second]).toMatchObject([
    { name: 'Look around', order: 1, conditions: [{ value: '/tea' }] },
    { name: 'Help', order: 2, isEnable: true },
  ])
  const wrong = await put([{ name: 'Help' }, { name: 'Bad', conditions: [{ ...condition, operator: 'isMoreThan' }] }])
  expect([wrong.status, wrong.body.message]).toEqual([
    400,
    expect.stringContaining("'autoInvitations[1].conditions[0].operator'"),
  ])
  expect(await shown()).toEqual([first, second])
  await put(await shown())
  expect(await shown()).toEqual([first, second])
  await put([{ name: 'help', text: 'May I help?' }])
  expect(await shown()).toMatchObject([{ id: second?.id, name: 'help', text: 'May I help?', order: 1 }])
})

test('invitations: the campaign shows them with the manual one, which it can change', async () => {
  const { admin } = site
  const auto = await admin.api.call('autoInvitations.create', {
    params,
    body: { name: 'Look around', conditions: [condition] },
  })
  const after = await admin.api.call('invitation.update', {
    params,
    body: { style: 'popup', manualInvitation: { manualInvitationText: 'Hello there' } },
  })
  expect(after).toMatchObject({
    style: 'popup',
    autoInvitations: [{ id: auto.id, order: 1 }],
    manualInvitation: { manualInvitationText: 'Hello there' },
  })
  expect(await admin.api.call('manualInvitation.get', { params })).toMatchObject({
    manualInvitationText: 'Hello there',
    manualInvitationTextFont: 'arial',
  })
})
