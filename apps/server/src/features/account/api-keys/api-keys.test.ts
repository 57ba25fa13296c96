import { api } from '@parley/contract'
import { type Actor, sendRaw, startTestServer, TEST_PASSWORD, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const makeKey = (agent: Actor, name = 'Export') => agent.api.call('apiKeys.create', { body: { name } })

/** A request as the agent, with a key instead of a token. */
function withKey(
  email: string,
  key: string,
  operation = api.agents.getMe as Parameters<typeof sendRaw>[2],
  body?: object,
) {
  const authorization = `Basic ${Buffer.from(`${email}:${key}`).toString('base64')}`
  return sendRaw(server.url, undefined, operation, { headers: { authorization }, ...(body ? { body } : {}) })
}

describe('an API key', () => {
  test('is shown once, and then acts as its agent', async () => {
    const agent = await site.addAgent()
    const { key, ...rest } = await makeKey(agent)
    expect(key).toMatch(new RegExp(`^pk_${site.siteId}_`))
    expect(key.startsWith(rest.prefix)).toBe(true)
    expect(await agent.api.call('apiKeys.list')).toEqual([rest])
    expect((await withKey(agent.email.toUpperCase(), key)).body).toMatchObject({ id: agent.agentId })
    const [used] = await agent.api.call('apiKeys.list')
    expect(used?.lastUsedTime).toEqual(expect.any(String))
  })

  test('has the rights its agent has at the moment', async () => {
    const agent = await site.addAgent({ permissions: [] })
    const { key } = await makeKey(agent)
    const create = () =>
      withKey(agent.email, key, api.customVariables.create, { name: `By key ${key.slice(-8)}`, type: 'text' })
    expect((await create()).body.code).toBe(403000)
    await site.admin.api.call('agents.update', { params: { id: agent.agentId }, body: { isAdmin: true } })
    expect((await create()).status).toBe(201)
  })

  test('opens nothing with another e-mail, a wrong end, or on its own as a token', async () => {
    const agent = await site.addAgent()
    const { key } = await makeKey(agent)
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`
    for (const [email, held] of [
      [site.admin.email, key],
      [agent.email, wrong],
      [agent.email, ''],
      [agent.email, TEST_PASSWORD],
      [agent.email, key.replace(/^pk_\d+/, 'pk_99999')],
    ] as const)
      expect((await withKey(email, held)).body.code).toBe(401000)
    expect((await sendRaw(server.url, key, api.agents.getMe)).body.code).toBe(401000)
    const garbage = await sendRaw(server.url, undefined, api.agents.getMe, { headers: { authorization: 'Basic ///' } })
    expect(garbage.body.code).toBe(401000)
  })

  test('ends at once when it is revoked, and is not there any more', async () => {
    const agent = await site.addAgent()
    const { id, key } = await makeKey(agent)
    expect((await withKey(agent.email, key)).status).toBe(200)
    await agent.api.call('apiKeys.delete', { params: { id } })
    expect((await withKey(agent.email, key)).body.code).toBe(401000)
    expect(await agent.api.call('apiKeys.list')).toEqual([])
    expect((await agent.send(api.apiKeys.delete, { params: { id } })).status).toBe(404)
  })

  test('belongs to one agent: colleagues neither see nor revoke it', async () => {
    const [agent, colleague] = [await site.addAgent(), await site.addAgent()]
    const { id } = await makeKey(agent)
    expect(await colleague.api.call('apiKeys.list')).toEqual([])
    expect((await site.admin.send(api.apiKeys.delete, { params: { id } })).status).toBe(404)
    expect(await agent.api.call('apiKeys.list')).toHaveLength(1)
  })

  test('does not reach another site, where the same person has the same e-mail', async () => {
    const other = await server.createSite()
    const agent = await site.addAgent()
    const twin = await other.addAgent({ email: agent.email })
    const { key } = await makeKey(agent)
    expect((await withKey(agent.email, key)).body.id).toBe(agent.agentId)
    expect((await withKey(twin.email, key.replace(`_${site.siteId}_`, `_${other.siteId}_`))).body.code).toBe(401000)
  })

  test('fails while its agent is locked, inactive or deleted', async () => {
    const agent = await site.addAgent()
    const { key } = await makeKey(agent)
    const body = { siteId: site.siteId, email: agent.email, password: 'wrong' }
    for (let i = 0; i < 5; i++) await sendRaw(server.url, undefined, api.parley.signIn, { body })
    expect((await withKey(agent.email, key)).body.code).toBe(401000)
    const params = { id: agent.agentId }
    await site.admin.api.call('agents.unlock', { params })
    expect((await withKey(agent.email, key)).status).toBe(200)
    await site.admin.api.call('agents.update', { params, body: { isActive: false } })
    expect((await withKey(agent.email, key)).body.code).toBe(401000)
    await site.admin.api.call('agents.delete', { params })
    expect((await withKey(agent.email, key)).body.code).toBe(401000)
  })

  test('leaves entries in the audit log, without its secret', async () => {
    const { id, key, prefix } = await makeKey(site.admin, 'Audited')
    await site.admin.api.call('apiKeys.delete', { params: { id } })
    const { body } = await site.admin.send(api.auditLogs.list)
    const text = JSON.stringify(body)
    expect(text).toContain(`Added API key Audited (${prefix})`)
    expect(text).toContain(`Revoked API key Audited (${prefix})`)
    expect(text).not.toContain(key)
  })
})
