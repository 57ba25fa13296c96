import { api, permissionCatalogue, permissionId, type Shape } from '@parley/contract'
import { type Actor, startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const BANS = permissionId('Manage Ban List')
const REPORTS = permissionId('View Reports')

let server: TestServer
let site: TestSite
let role: Shape<'Role'>
let anna: Actor

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  anna = await site.addAgent({ permissions: ['View Reports'] })
  role = await site.admin.api.call('roles.create', { body: { name: 'Guards', permissionIds: [BANS] } })
})

afterAll(() => server?.close())

const ids = (permissions: readonly Shape<'Permission'>[]) => permissions.map(({ id }) => id)
const give = (roleIds: string[]) =>
  site.admin.api.call('agents.update', { params: { id: anna.agentId }, body: { roleIds } })
const call = async () => (await anna.send(api.bans.list)).status

describe('what somebody may', () => {
  test('is listed for the role, for the agent alone, and for both together', async () => {
    await give([role.id])
    const agentId = anna.agentId
    const of = site.admin.api
    expect(ids(await of.call('permissions.listByRole', { params: { roleId: role.id } }))).toEqual([BANS])
    expect(ids(await of.call('permissions.listByAgent', { params: { agentId } }))).toEqual([REPORTS])
    const all = ids(await of.call('permissions.listEffectiveByAgent', { params: { agentId } }))
    expect(all.sort()).toEqual([BANS, REPORTS].sort())
  })

  test('is everything for an administrator', async () => {
    const params = { agentId: site.admin.agentId }
    const all = await site.admin.api.call('permissions.listEffectiveByAgent', { params })
    expect(all).toHaveLength(permissionCatalogue.length)
  })

  test('changes with the role from the next request on', async () => {
    await give([role.id])
    const params = { roleId: role.id }
    expect(await call()).toBe(200)
    await site.admin.api.call('permissions.updateForRole', { params, body: [] })
    expect(await call()).toBe(403)
    await site.admin.api.call('permissions.updateForRole', { params, body: [BANS] })
    expect(await call()).toBe(200)
    await site.admin.api.call('roles.delete', { params: { id: role.id } })
    expect(await call()).toBe(403)
  })

  test('changes with their own list from the next request on', async () => {
    const params = { agentId: anna.agentId }
    await site.admin.api.call('permissions.updateForAgent', { params, body: [REPORTS, BANS] })
    expect(await call()).toBe(200)
    await site.admin.api.call('permissions.updateForAgent', { params, body: [REPORTS] })
    expect(await call()).toBe(403)
  })

  test('cannot come from a permission there is not', async () => {
    const before = await site.admin.api.call('agents.get', { params: { id: anna.agentId } })
    const { status, body } = await site.admin.send(api.permissions.updateForAgent, {
      params: { agentId: anna.agentId },
      body: [REPORTS, 987_654],
    })
    expect([status, body.code]).toEqual([400, 400000])
    expect(body.message).toContain('987654')
    expect(await site.admin.api.call('agents.get', { params: { id: anna.agentId } })).toEqual(before)
  })
})

describe('system roles', () => {
  test.each(['administrator', 'agent'])('%s stays', async (type) => {
    const roles = await site.admin.api.call('roles.list')
    const id = roles.find((one) => one.type === type)?.id ?? ''
    expect((await site.admin.send(api.roles.delete, { params: { id } })).status).toBe(400)
    expect((await site.admin.api.call('roles.get', { params: { id } })).type).toBe(type)
  })
})
