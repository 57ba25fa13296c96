import { api } from '@parley/contract'
import { type Actor, startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite
let manager: Actor

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  manager = await site.addAgent({ permissions: ['Manage Agent & Agent Roles'] })
})

afterAll(() => server?.close())

const person = (change: object = {}) => ({
  email: `p${Math.random()}@example.com`,
  firstName: 'Paul',
  lastName: 'Person',
  ...change,
})

describe('agents.create', () => {
  test('fills what was left out', async () => {
    const agent = await site.admin.api.call('agents.create', { body: person() })
    expect(agent).toMatchObject({
      displayName: 'Paul',
      isActive: true,
      isAdmin: false,
      timeZone: 'UTC',
      datetimeFormat: 'MM-dd-yyyy HH:mm:ss',
      departmentIds: [],
      shiftIds: [],
    })
    const roles = await site.admin.api.call('roles.list')
    expect(agent.roleIds).toEqual(roles.filter(({ type }) => type === 'agent').map(({ id }) => id))
  })

  test('answers with the address of the new agent', async () => {
    const { status, headers, body } = await site.admin.send(api.agents.create, { body: person() })
    expect([status, headers.get('location')]).toEqual([201, `/api/v3/globalSettings/agents/${body.id}`])
  })

  test.each([
    ['an address in use', (taken: string) => ({ email: taken.toUpperCase() }), 'email'],
    ['a role that does not exist', () => ({ roleIds: ['00000000-0000-0000-0000-000000000001'] }), 'roleIds'],
    ['a permission that does not exist', () => ({ permissionIds: [1] }), 'permissionIds'],
    ['a short password', () => ({ password: 'short' }), 'password'],
    ['an empty name', () => ({ firstName: ' ' }), 'firstName'],
  ])('refuses %s and stores nothing', async (_what, change, parameter) => {
    const before = await site.admin.api.call('agents.list')
    const { status, body } = await site.admin.send(api.agents.create, { body: person(change(site.admin.email)) })
    expect([status, body.code]).toEqual([400, 400000])
    expect(body.message).toContain(`'${parameter}'`)
    expect((await site.admin.api.call('agents.list')).count).toBe(before.count)
  })

  test('keeps SQL and HTML as the text they are', async () => {
    const text = `'; drop table agents; -- <script>alert(1)</script> \\ %_ "`
    const agent = await site.admin.api.call('agents.create', { body: person({ displayName: text, bio: text }) })
    expect(await site.admin.api.call('agents.get', { params: { id: agent.id } })).toMatchObject({
      displayName: text,
      bio: text,
    })
  })
})

describe('agents.list', () => {
  test('finds by name and address, and takes wildcards for the characters they are', async () => {
    await site.admin.api.call('agents.create', { body: person({ firstName: 'Zacharias', lastName: '100%' }) })
    const count = async (keywords: string) => (await site.admin.api.call('agents.list', { query: { keywords } })).count
    expect(await count('zachariAS 100%')).toBe(1)
    expect(await count('Zach_rias')).toBe(0)
  })

  test('links lead from page to page and keep the query', async () => {
    const first = await site.admin.api.call('agents.list', { query: { pageSize: 1, keywords: 'paul' } })
    expect(first.previousPage).toBe('')
    const next = new URL(first.nextPage)
    expect(Object.fromEntries(next.searchParams)).toEqual({ pageSize: '1', keywords: 'paul', pageIndex: '2' })
    const answer = await fetch(next, { headers: { authorization: `Bearer ${site.admin.token}` } })
    const second = (await answer.json()) as { agents: { id: number }[] }
    expect(second.agents).toHaveLength(1)
    expect(second.agents[0]?.id).not.toBe(first.agents[0]?.id)
  })
})

describe('agents.update', () => {
  test('changes what is sent and keeps the rest; an answer can be sent back as it came', async () => {
    const agent = await site.admin.api.call('agents.create', { body: person({ title: 'Support', phone: '1' }) })
    const params = { id: agent.id }
    const changed = await site.admin.api.call('agents.update', { params, body: { title: 'Sales' } })
    expect(changed).toEqual({ ...agent, title: 'Sales' })
    expect(await site.admin.api.call('agents.update', { params, body: changed })).toEqual(changed)
  })

  test('agent and role can be told of each other at once', async () => {
    const { admin } = site
    const everyone = (await admin.api.call('roles.list')).filter(({ type }) => type === 'agent').map(({ id }) => id)
    const role = await admin.api.call('roles.create', { body: { name: `Both ${Math.random()}` } })
    for (let round = 0; round < 5; round++) {
      const agent = await admin.api.call('agents.create', { body: person() })
      const [ofAgent, ofRole] = await Promise.all([
        admin.send(api.agents.update, { params: { id: agent.id }, body: { roleIds: [...everyone, role.id] } }),
        admin.send(api.roles.update, { params: { id: role.id }, body: { agentIds: [agent.id] } }),
      ])
      expect([ofAgent.status, ofRole.status]).toEqual([200, 200])
    }
  })

  test('the e-mail address stays', async () => {
    const agent = await site.admin.api.call('agents.create', { body: person() })
    const { body } = await site.admin.send(api.agents.update, {
      params: { id: agent.id },
      body: { email: 'new@example.com' },
    })
    expect(body.email).toBe(agent.email)
  })
})

describe('rights', () => {
  test('nobody grants what they lack, directly or through a role', async () => {
    const direct = await manager.send(api.agents.create, { body: person({ permissionIds: [201] }) })
    expect([direct.status, direct.body.code]).toEqual([403, 403000])
    const role = await site.admin.api.call('roles.create', { body: { name: 'Deleters', permissionIds: [202] } })
    const through = await manager.send(api.agents.create, { body: person({ roleIds: [role.id] }) })
    expect(through.status).toBe(403)
    const widened = await manager.send(api.permissions.updateForRole, { params: { roleId: role.id }, body: [202, 201] })
    expect(widened.status).toBe(403)
  })

  test('nobody puts themselves or others into a role that permits what they lack', async () => {
    const own = await site.addAgent({ permissions: ['Manage Agent & Agent Roles'] })
    const { agentId } = own
    const body = { name: `Strong ${agentId}`, permissionIds: [201] }
    const role = await site.admin.api.call('roles.create', { body })
    const params = { id: role.id }
    const join = await own.send(api.roles.update, { params, body: { agentIds: [agentId] } })
    expect([join.status, join.body.code]).toEqual([403, 403000])
    const emptied = { agentIds: [agentId], permissionIds: [] }
    expect((await own.send(api.roles.update, { params, body: emptied })).status).toBe(200)
    await site.admin.api.call('roles.update', { params, body: { permissionIds: [201], agentIds: [] } })
    // renaming and taking out grants nothing
    const renamed = await own.send(api.roles.update, { params, body: { name: `Weak ${agentId}`, agentIds: [] } })
    expect(renamed.status).toBe(200)
  })

  test('nobody takes over the account of somebody who may do more', async () => {
    const strong = await site.addAgent({ permissions: ['Manage Departments'] })
    const weak = await site.addAgent({ permissions: [] })
    const set = (agentId: number) =>
      manager.send(api.agents.changePassword, { params: { id: agentId }, body: { password: 'Taken-Over-1' } })
    expect((await set(strong.agentId)).status).toBe(403)
    expect((await set(weak.agentId)).status).toBe(204)
  })

  test('only an administrator makes, changes or removes an administrator', async () => {
    const { agentId } = site.admin
    const attempts = [
      await manager.send(api.agents.create, { body: person({ isAdmin: true }) }),
      await manager.send(api.agents.update, { params: { id: agentId }, body: { title: 'x' } }),
      await manager.send(api.agents.changePassword, { params: { id: agentId }, body: { password: 'Taken-Over-1' } }),
      await manager.send(api.agents.delete, { params: { id: agentId } }),
    ]
    expect(attempts.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })

  test('the last active administrator stays', async () => {
    const params = { id: site.admin.agentId }
    const attempts = [
      await site.admin.send(api.agents.delete, { params }),
      await site.admin.send(api.agents.update, { params, body: { isAdmin: false } }),
      await site.admin.send(api.agents.update, { params, body: { isActive: false } }),
    ]
    expect(attempts.map(({ status }) => status)).toEqual([400, 400, 400])
  })

  test('two administrators who remove each other at once leave one', async () => {
    const own = await server.createSite()
    const second = await own.admin.api.call('agents.create', { body: person({ isAdmin: true }) })
    const demote = (id: number) => own.admin.send(api.agents.update, { params: { id }, body: { isAdmin: false } })
    const statuses = (await Promise.all([demote(own.admin.agentId), demote(second.id)])).map(({ status }) => status)
    expect(statuses.toSorted()).not.toEqual([200, 200])
  })

  test('a change of rights takes effect at once', async () => {
    const agent = await site.addAgent({ permissions: [] })
    expect((await agent.send(api.departments.list)).status).toBe(403)
    const [permission] = (await site.admin.api.call('permissions.list')).filter(
      ({ name }) => name === 'Manage Departments',
    )
    await site.admin.api.call('permissions.updateForAgent', {
      params: { agentId: agent.agentId },
      body: [permission?.id ?? 0],
    })
    expect((await agent.send(api.departments.list)).status).toBe(200)
  })

  test('who guesses at the own password is locked out at once', async () => {
    const agent = await site.addAgent({ permissions: [] })
    const guess = () =>
      agent.send(api.agents.changeMyPassword, { body: { currentPassword: 'a guess', newPassword: 'Taken-Over-1' } })
    for (let times = 0; times < 5; times++) expect((await guess()).status).toBe(400)
    expect((await guess()).status).toBe(401)
  })

  test('an account that comes back has none of its old tokens', async () => {
    const agent = await site.addAgent({ permissions: [] })
    const params = { id: agent.agentId }
    await site.admin.api.call('agents.update', { params, body: { isActive: false } })
    await site.admin.api.call('agents.update', { params, body: { isActive: true } })
    expect((await agent.send(api.agents.getMe)).status).toBe(401)
  })

  test("one's own profile does not raise one's own rights", async () => {
    const agent = await site.addAgent({ permissions: [] })
    await agent.send(api.agents.updateMe, { body: { isAdmin: true, permissionIds: [201], title: 'Chief' } })
    expect(await agent.api.call('agents.getMe')).toMatchObject({ isAdmin: false, permissionIds: [], title: 'Chief' })
  })
})
