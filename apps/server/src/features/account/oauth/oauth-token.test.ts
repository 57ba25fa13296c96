import { randomUUID } from 'node:crypto'
import { api } from '@parley/contract'
import {
  type RawAnswer,
  sendRaw,
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
  type TestSite,
} from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

async function ask(fields: Record<string, string>): Promise<RawAnswer> {
  const response = await fetch(`${server.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

const byPassword = (change: Record<string, string> = {}) =>
  ask({ grant_type: 'password', email: site.admin.email, password: TEST_PASSWORD, ...change })
const refresh = (token: string) => ask({ grant_type: 'refresh_token', refresh_token: token })
const me = (token: string) => sendRaw(server.url, token, api.agents.getMe)

describe('the password grant', () => {
  test('takes a form and gives tokens that open the API', async () => {
    const { status, body, headers } = await byPassword()
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 7200,
      refresh_token: expect.any(String),
    })
    expect((await me(body.access_token)).body.id).toBe(site.admin.agentId)
  })

  test('takes JSON, and username for email', async () => {
    const body = { grant_type: 'password', username: site.admin.email, password: TEST_PASSWORD }
    expect((await sendRaw(server.url, undefined, api.auth.oauthToken, { body })).status).toBe(200)
  })

  test('refuses a wrong password in our words and in those of OAuth', async () => {
    const { status, body } = await byPassword({ password: 'wrong' })
    expect(status).toBe(401)
    expect(body).toEqual({
      code: 401001,
      message: expect.any(String),
      error: 'invalid_grant',
      error_description: body.message,
    })
  })

  test('says what is missing or unknown', async () => {
    expect((await ask({ grant_type: 'password', email: site.admin.email })).body).toMatchObject({
      code: 400000,
      error: 'invalid_request',
      message: "Parameter 'password' is required.",
    })
    expect((await ask({})).body).toMatchObject({ code: 400000, error: 'invalid_request' })
    expect((await ask({ grant_type: 'toString' })).body).toMatchObject({ error: 'unsupported_grant_type' })
  })
})

describe('an e-mail address on several sites', () => {
  test('signs in where the password fits, and names the site when it fits on both', async () => {
    const other = await server.createSite()
    const email = `${randomUUID()}@example.com`
    const here = await site.addAgent({ email })
    const there = await other.addAgent({ email })
    const both = await byPassword({ email })
    expect([both.status, both.body.message]).toEqual([400, expect.stringContaining("'siteId'")])
    const named = await byPassword({ email, siteId: String(other.siteId) })
    expect((await me(named.body.access_token)).body.id).toBe(there.agentId)
    const alias = await byPassword({ email, site_id: String(site.siteId) })
    expect((await me(alias.body.access_token)).body.id).toBe(here.agentId)

    const newPassword = 'Another-Password-2'
    await there.api.call('agents.changeMyPassword', { body: { currentPassword: TEST_PASSWORD, newPassword } })
    for (let i = 0; i < 5; i++)
      expect((await me((await byPassword({ email })).body.access_token)).body.id).toBe(here.agentId)
    const fitting = await byPassword({ email, password: newPassword })
    expect((await me(fitting.body.access_token)).body.id).toBe(there.agentId)
  })

  test('a wrong password counts on each of them', async () => {
    const other = await server.createSite()
    const email = `${randomUUID()}@example.com`
    const agents = [await site.addAgent({ email }), await other.addAgent({ email })]
    for (let i = 0; i < 5; i++) expect((await byPassword({ email, password: 'wrong' })).status).toBe(401)
    for (const agent of agents) expect((await agent.send(api.agents.getMe)).status).toBe(401)
  })
})

describe('the refresh_token grant', () => {
  test('gives the next tokens for each token once; a second use ends them all', async () => {
    const { body: first } = await byPassword()
    const second = await refresh(first.refresh_token)
    expect(second.status).toBe(200)
    expect(second.body.refresh_token).not.toBe(first.refresh_token)
    expect((await me(second.body.access_token)).status).toBe(200)
    const reused = await refresh(first.refresh_token)
    expect([reused.status, reused.body.error]).toEqual([400, 'invalid_grant'])
    expect((await refresh(second.body.refresh_token)).body.error).toBe('invalid_grant')
  })

  test('of two that use one token at the same moment, neither keeps a sign-in', async () => {
    const { body } = await byPassword()
    const both = await Promise.all([refresh(body.refresh_token), refresh(body.refresh_token)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
    const won = both.find(({ status }) => status === 200)
    expect((await refresh(won?.body.refresh_token)).status).toBe(400)
  })

  test('is refused for an agent who was locked, and for a token nobody gave', async () => {
    const agent = await site.addAgent()
    const { body } = await byPassword({ email: agent.email })
    for (let i = 0; i < 5; i++) await byPassword({ email: agent.email, password: 'wrong' })
    expect((await refresh(body.refresh_token)).body.error).toBe('invalid_grant')
    expect((await refresh('made-up')).body.error).toBe('invalid_grant')
  })

  test('does not take the refresh token of the console, nor the console ours', async () => {
    const signIn = { siteId: site.siteId, email: site.admin.email, password: TEST_PASSWORD }
    const { headers } = await sendRaw(server.url, undefined, api.parley.signIn, { body: signIn })
    const token = /parley_refresh=([\w-]+)/.exec(headers.get('set-cookie') ?? '')?.[1] as string
    expect((await refresh(token)).body.error).toBe('invalid_grant')
    const { body } = await byPassword()
    const cookie = `parley_refresh=${body.refresh_token}`
    const { status } = await sendRaw(server.url, undefined, api.parley.refresh, { headers: { cookie } })
    expect(status).toBe(401)
  })
})
