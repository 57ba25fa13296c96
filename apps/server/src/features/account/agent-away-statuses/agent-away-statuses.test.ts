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

const create = (name: string) => site.admin.send(api.agentAwayStatuses.create, { body: { name } })
const setStatus = (status: string) =>
  site.admin.send(api.liveChatAgents.update, { params: { id: site.admin.agentId }, body: { status } })

describe('away statuses', () => {
  test('a new site has Away, which stays', async () => {
    const own = await server.createSite()
    const [away, ...others] = await own.admin.api.call('agentAwayStatuses.list')
    expect([away, others]).toEqual([{ id: away?.id, name: 'Away', isSystem: true, order: 1 }, []])
    const params = { id: away?.id ?? '' }
    const attempts = [
      await own.admin.send(api.agentAwayStatuses.delete, { params }),
      await own.admin.send(api.agentAwayStatuses.update, { params, body: { name: 'Gone' } }),
    ]
    expect(attempts.map(({ status }) => status)).toEqual([400, 400])
  })

  test('come behind the others, whatever a body says of order and kind', async () => {
    const body = { name: ' Tea ', isSystem: true, order: 1 }
    const made = await site.admin.send(api.agentAwayStatuses.create, { body })
    expect(made.body).toMatchObject({ name: 'Tea', isSystem: false })
    expect(made.body.order).toBeGreaterThan(1)
  })

  test.each(['Online', ' offline ', 'AWAY', ' '])('cannot be called %j', async (name) => {
    const { status, body } = await create(name)
    expect([status, body.code]).toEqual([400, 400000])
    expect(body.message).toContain("'name'")
  })
})

describe('the status of an agent', () => {
  test('can be an away status of the site, in any case', async () => {
    await create('Lunch')
    expect((await setStatus('lUNCH')).body.status).toBe('Lunch')
  })

  test('cannot be one of another site', async () => {
    const other = await server.createSite()
    await other.admin.api.call('agentAwayStatuses.create', { body: { name: 'Siesta' } })
    const { status, body } = await setStatus('Siesta')
    expect([status, body.code]).toEqual([400, 400000])
  })

  test('follows a new name, and keeps the away status from being deleted', async () => {
    const params = { id: (await create('Meeting')).body.id }
    await setStatus('Meeting')
    const shown = async () =>
      (await site.admin.api.call('liveChatAgents.get', { params: { id: site.admin.agentId } })).status
    await site.admin.api.call('agentAwayStatuses.update', { params, body: { name: 'Training' } })
    expect(await shown()).toBe('Training')
    const refused = await site.admin.send(api.agentAwayStatuses.delete, { params })
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining(site.admin.email)])
    expect(await shown()).toBe('Training')
    await setStatus('Away')
    expect((await site.admin.send(api.agentAwayStatuses.delete, { params })).status).toBe(204)
  })
})
