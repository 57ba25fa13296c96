import { startTestServer, type TestServer } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AgentCaller } from '../../../context.ts'
import { contextFor } from '../../../request-context.ts'
import { agentsResource } from './agents.resource.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server?.close())

test('of two administrators who are deleted at once, one stays', async () => {
  const { siteId, admin, addAgent } = await server.createSite()
  const second = await addAgent()
  await admin.api.call('agents.update', { params: { id: second.agentId }, body: { isAdmin: true } })
  const by = { kind: 'agent', siteId, agentId: admin.agentId, isAdmin: true, displayName: '', permissions: new Set() }
  // below HTTP: an administrator who is gone could not ask a second time
  const ctx = contextFor(server.server.app, by as AgentCaller)
  const ids = [admin.agentId, second.agentId]
  const ends = await Promise.allSettled(ids.map((id) => agentsResource.remove(ctx, id)))
  const refused = ends.filter((end) => end.status === 'rejected')
  expect(refused.map(({ reason }) => reason.message)).toEqual([
    expect.stringContaining('the last active administrator of the site'),
  ])
})
