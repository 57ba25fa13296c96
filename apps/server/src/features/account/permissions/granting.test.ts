import { api, permissionId } from '@parley/contract'
import { type Actor, startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite
let manager: Actor
const [managing, chatting, banning] = [
  permissionId('Manage Agent & Agent Roles'),
  permissionId('Accept Chats'),
  permissionId('Manage Settings'),
]

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  manager = await site.addAgent({ permissions: ['Manage Agent & Agent Roles'] })
})

afterAll(() => server?.close())

describe('whoever manages agents without being an administrator', () => {
  test('may send back rights that an agent has, take them away, and not add what they lack', async () => {
    const target = await site.addAgent({ permissions: ['Accept Chats'] })
    const put = (ids: readonly number[]) =>
      manager.send(api.permissions.updateForAgent, { params: { agentId: target.agentId }, body: ids })
    expect((await put([chatting, managing])).status).toBe(200)
    const refused = await put([chatting, managing, banning])
    expect([refused.status, refused.body.message]).toEqual([403, expect.stringContaining('Manage Settings')])
    expect((await put([])).status).toBe(200)
    // once it is gone it would be added
    expect((await put([chatting])).status).toBe(403)
  })

  test('may send back an agent as it was read, with roles that permit more than they hold', async () => {
    const role = await site.admin.api.call('roles.create', { body: { name: 'Chatters', permissionIds: [chatting] } })
    const target = await site.addAgent({ permissions: [] })
    const params = { id: target.agentId }
    await site.admin.api.call('agents.update', { params, body: { roleIds: [role.id] } })
    const { body } = await manager.send(api.agents.get, { params })
    expect((await manager.send(api.agents.update, { params, body })).status).toBe(200)
    const other = await site.addAgent({ permissions: [] })
    const given = await manager.send(api.agents.update, { params: { id: other.agentId }, body: { roleIds: [role.id] } })
    expect(given.status).toBe(403)
  })

  test('may change a role that permits more than they hold, but not put anybody into it', async () => {
    const member = await site.addAgent({ permissions: [] })
    const body = { name: 'Bouncers', permissionIds: [banning], agentIds: [member.agentId] }
    const role = await site.admin.api.call('roles.create', { body })
    const put = (change: object) => manager.send(api.roles.update, { params: { id: role.id }, body: change })
    expect((await put({ ...role, description: 'At the door' })).status).toBe(200)
    expect((await put({ permissionIds: [banning, chatting] })).status).toBe(403)
    expect((await put({ agentIds: [member.agentId, manager.agentId] })).status).toBe(403)
    expect((await put({ permissionIds: [] })).status).toBe(200)
  })
})
