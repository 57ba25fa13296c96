import { startTestServer, type TestServer } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server?.close())

test('a change of its agents is a change of what they may see', async () => {
  const { admin, siteId } = await server.createSite()
  const department = await admin.api.call('departments.create', { body: { name: 'Sales', agentIds: [admin.agentId] } })
  const heard: string[] = []
  const stop = server.server.app.bus.subscribe((event) => {
    if (event.siteId === siteId) heard.push(event.type)
  })
  await admin.api.call('departments.update', { params: { id: department.id }, body: { agentIds: [] } })
  stop()
  expect(heard).toContain('access.changed')
})
