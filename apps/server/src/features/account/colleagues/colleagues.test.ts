import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

test('an agent without rights sees colleagues and departments, and nothing more of them', async () => {
  const agent = await site.addAgent({ permissions: [] })
  const inactive = await site.addAgent()
  await site.admin.api.call('agents.update', { params: { id: inactive.agentId }, body: { isActive: false } })
  const { id } = await site.admin.api.call('departments.create', {
    body: { name: 'Sales', agentIds: [agent.agentId, inactive.agentId] },
  })
  await site.admin.api.call('departments.create', { body: { name: 'Hidden', isAvailableInChat: false } })
  const colleagues = await agent.api.call('parley.colleagues')
  expect(colleagues.departments).toEqual([{ id, name: 'Sales', agentIds: [agent.agentId] }])
  expect(colleagues.agents.map(({ agentId, status }) => [agentId, status])).toEqual([
    [site.admin.agentId, 'Offline'],
    [agent.agentId, 'Offline'],
  ])
})
