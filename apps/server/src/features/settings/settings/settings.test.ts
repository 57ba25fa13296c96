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

describe('settings.get', () => {
  test('shows which features of a new site work', async () => {
    const settings = await site.admin.api.call('settings.get')
    expect(settings).toMatchObject({
      siteId: site.siteId,
      isAutoDistributionEnabled: true,
      isDepartmentEnabled: true,
      isCustomVariablesEnabled: true,
      isCobrowsingEnabled: false,
    })
  })

  test('is for every agent', async () => {
    const agent = await site.addAgent()
    expect(await agent.api.call('settings.get')).toEqual(await site.admin.api.call('settings.get'))
  })
})

describe('settings.update', () => {
  test('changes what it names, keeps the rest and leaves an entry', async () => {
    const before = await site.admin.api.call('settings.get')
    const after = await site.admin.api.call('settings.update', { body: { isCobrowsingEnabled: true } })
    expect(after).toEqual({ ...before, isCobrowsingEnabled: true })
    const { auditLogs } = await site.admin.api.call('auditLogs.list', { query: { category: 'liveChat' } })
    expect(auditLogs[0]).toMatchObject({
      actionType: 'chatSettingsManagement',
      actionDetails: 'isCobrowsingEnabled',
      createdBy: site.admin.agentId,
    })
  })

  test('reads misspelled names of the reference', async () => {
    const body = { isVisitorSSOtEnabled: true, iscustomerSegmentEnabled: true }
    const answer = await site.admin.send(api.settings.update, { body })
    expect(answer.body).toMatchObject({ isVisitorSSOEnabled: true, isCustomerSegmentEnabled: true })
  })

  test('refuses null for a switch', async () => {
    const answer = await site.admin.send(api.settings.update, { body: { isDepartmentEnabled: null } })
    expect([answer.status, answer.body.message]).toEqual([400, "Parameter 'isDepartmentEnabled' must be a boolean."])
  })

  test('needs all three permissions', async () => {
    const names = ['Manage Settings', 'Manage Custom Variable', 'Manage Integration']
    const two = await site.addAgent({ permissions: names.slice(0, 2) })
    expect((await two.send(api.settings.update, { body: {} })).body.message).toContain("'Manage Integration'")
    const all = await site.addAgent({ permissions: names })
    expect((await all.send(api.settings.update, { body: {} })).status).toBe(200)
  })
})
