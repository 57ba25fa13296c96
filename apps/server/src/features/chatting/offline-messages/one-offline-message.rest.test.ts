import { api } from '@parley/contract'
import { startTestServer, type TestServer } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitorOf } from '../../../../test/live-data.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server?.close())

test('one offline message is shown as the list shows it, with what is included, and on its site only', async () => {
  const [site, other] = [await server.createSite(), await server.createSite()]
  const department = await site.admin.api.call('departments.create', { body: { name: 'Sales' } })
  const visitor = await visitorOf(server, site)
  const { offlineMessageId: id } = await visitor.leaveMessage({
    name: 'Ada',
    email: 'ada@example.com',
    message: 'When are you open?',
    departmentId: department.id,
  })
  await visitor.close()
  const { offlineMessages } = await site.admin.api.call('offlineMessages.list')
  const message = await site.admin.api.call('offlineMessages.get', { params: { id } })
  expect(message).toEqual(offlineMessages[0])
  expect(message).toMatchObject({ id, name: 'Ada', message: 'When are you open?', departmentId: department.id })

  const include = ['department', 'campaign', 'session'] as const
  const full = await site.admin.api.call('offlineMessages.get', { params: { id }, query: { include: [...include] } })
  expect([full.department?.name, full.campaign?.id, full.session?.id]).toEqual([
    'Sales',
    site.campaignId,
    message.sessionId,
  ])
  expect((await other.admin.send(api.offlineMessages.get, { params: { id } })).status).toBe(404)
})
