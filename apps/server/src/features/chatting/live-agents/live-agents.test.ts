import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

describe('one’s own status', () => {
  test('is everybody’s to see and to change, in any case', async () => {
    const agent = await site.addAgent({ permissions: [] })
    const params = { id: agent.agentId }
    expect(await agent.api.call('liveChatAgents.get', { params })).toEqual({
      id: agent.agentId,
      status: 'Offline',
      ongoingChats: 0,
    })
    const changed = await agent.api.call('liveChatAgents.update', { params, body: { status: 'oNLINE' } })
    expect(changed).toEqual({ id: agent.agentId, status: 'Online', ongoingChats: 0 })
  })

  test('is not another’s without the permission', async () => {
    const agent = await site.addAgent({ permissions: [] })
    const params = { id: site.admin.agentId }
    for (const operation of [api.liveChatAgents.get, api.liveChatAgents.update]) {
      const { status, body } = await agent.send(operation, { params, body: undefined })
      expect([status, body.code]).toEqual([403, 403000])
    }
    expect((await agent.send(api.liveChatAgents.list)).status).toBe(403)
    const manager = await site.addAgent({ permissions: ['Manage Agent & Agent Roles'] })
    expect((await manager.send(api.liveChatAgents.get, { params })).status).toBe(200)
  })
})

describe('liveChatAgents.update', () => {
  test('refuses a status there is not and changes nothing', async () => {
    const params = { id: site.admin.agentId }
    const { status, body } = await site.admin.send(api.liveChatAgents.update, {
      params,
      body: { status: 'Levitating' },
    })
    expect([status, body.message]).toEqual([400, expect.stringContaining("'status'")])
    const after = await site.admin.api.call('liveChatAgents.get', { params })
    expect(after.status).toBe('Offline')
  })
})

describe('liveChatAgents.list', () => {
  test('counts the chats an agent is in now', async () => {
    const own = await server.createSite()
    const agent = await agentAtWork(server, own)
    const visitor = await visitorOf(server, own)
    const chat = await visitor.startChat()
    const list = () => own.admin.api.call('liveChatAgents.list')
    expect(await list()).toEqual([{ id: own.admin.agentId, status: 'Online', ongoingChats: 1 }])
    await chat.end()
    expect(await list()).toEqual([{ id: own.admin.agentId, status: 'Online', ongoingChats: 0 }])
    await Promise.all([agent.close(), visitor.close()])
  })
})
