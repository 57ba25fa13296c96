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

/** Three agents, two of them in the group. */
async function threeAgents(group: object) {
  const add = async (firstName: string, change: object) => {
    const body = { email: `${crypto.randomUUID()}@example.com`, firstName, lastName: 'Agent', ...change }
    return (await site.admin.api.call('agents.create', { body })).id
  }
  const inside = [await add('Anna', group), await add('Ben', group)]
  await add('Cleo', {})
  return inside
}

describe('the agents of a group', () => {
  test('are those of a role, in pages, with what is included', async () => {
    const role = await site.admin.api.call('roles.create', { body: { name: 'Guards' } })
    const inside = await threeAgents({ roleIds: [role.id] })
    const params = { roleId: role.id }
    const all = await site.admin.api.call('agents.listByRole', { params, query: { include: ['role'] } })
    expect([all.count, all.agents.map(({ id }) => id).sort()]).toEqual([2, inside.sort()])
    expect(all.agents[0]?.roles?.map(({ name }) => name)).toContain('Guards')
    const { body: second } = await site.admin.send(api.agents.listByRole, {
      params,
      query: { pageSize: '1', pageIndex: '2' },
    })
    expect([second.count, second.agents.length, second.nextPage]).toEqual([2, 1, ''])
    expect(second.previousPage).toContain(`/roles/${role.id}/agents?`)
  })

  test('are those of a department, and no longer when they leave it', async () => {
    const department = await site.admin.api.call('departments.create', { body: { name: 'Orders' } })
    const inside = await threeAgents({ departmentIds: [department.id] })
    const listed = async () => {
      const params = { departmentId: department.id }
      return (await site.admin.api.call('agents.listByDepartment', { params })).agents.map(({ id }) => id).sort()
    }
    expect(await listed()).toEqual(inside.sort())
    const [first = 0, second] = inside
    await site.admin.api.call('agents.update', { params: { id: first }, body: { departmentIds: [] } })
    expect(await listed()).toEqual([second])
    await site.admin.api.call('departments.delete', { params: { id: department.id } })
    const { departmentIds } = await site.admin.api.call('agents.get', { params: { id: second ?? 0 } })
    expect(departmentIds).toEqual([])
  })
})
