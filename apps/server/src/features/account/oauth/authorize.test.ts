import { createHash, randomBytes } from 'node:crypto'
import { api } from '@parley/contract'
import {
  type Actor,
  type RawAnswer,
  sendRaw,
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
  type TestSite,
} from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const CALLBACK = 'https://app.example.com/callback?from=parley'

type Answer = Pick<RawAnswer, 'status' | 'body'>

let server: TestServer
let site: TestSite
let agent: Actor
let clientId: string
let clientGuid: string
let time = Date.now()

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(time) })
  site = await server.createSite()
  agent = await site.addAgent()
  const client = await register('Reports <b>& more</b>')
  clientId = client.clientId
  clientGuid = client.id
})

afterAll(() => server?.close())

function register(name: string, redirectUris = [CALLBACK]) {
  return site.admin.api.call('oauthClients.create', { body: { name, redirectUris } })
}

function pkce() {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

const queryFor = (challenge: string, change: Record<string, string> = {}) => ({
  response_type: 'code',
  client_id: clientId,
  redirect_uri: CALLBACK,
  state: 's t&te',
  code_challenge: challenge,
  code_challenge_method: 'S256',
  ...change,
})

const open = (query: Record<string, string>) =>
  fetch(`${server.url}/oauth/authorize?${new URLSearchParams(query)}`, { redirect: 'manual' })

/** Opens the page and sends its form, as a browser would. */
async function answerForm(query: Record<string, string>, change: Record<string, string> = {}) {
  const page = await open(query)
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
  const csrf = /name="csrf" value="([\w-]+)"/.exec(await page.text())?.[1] ?? ''
  const fields = { ...query, csrf, email: agent.email, password: TEST_PASSWORD, decision: 'allow', ...change }
  const body = new URLSearchParams(fields)
  return fetch(`${server.url}/oauth/authorize`, { method: 'POST', headers: { cookie }, body, redirect: 'manual' })
}

const destination = (response: Response) => new URL(response.headers.get('location') ?? 'about:blank')

async function codeFor(challenge: string): Promise<string> {
  return destination(await answerForm(queryFor(challenge))).searchParams.get('code') as string
}

async function redeem(code: string, verifier: string, change: Record<string, string> = {}): Promise<Answer> {
  const grant = { grant_type: 'authorization_code', code, code_verifier: verifier, client_id: clientId }
  const body = new URLSearchParams({ ...grant, redirect_uri: CALLBACK, ...change })
  const response = await fetch(`${server.url}/oauth/token`, { method: 'POST', body })
  return { status: response.status, body: await response.json() }
}

async function refresh(token: string, client = clientId): Promise<Answer> {
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token, client_id: client })
  const response = await fetch(`${server.url}/oauth/token`, { method: 'POST', body })
  return { status: response.status, body: await response.json() }
}

describe('the page that asks for consent', () => {
  test('names the application, runs no script and is not framed', async () => {
    const page = await open(queryFor(pkce().challenge))
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain('Reports &lt;b&gt;&amp; more&lt;/b&gt;')
    expect(html).not.toMatch(/<script|style=|\son\w+=/)
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self' https://app.example.com")
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  })

  test.each([
    ['another address', { redirect_uri: 'https://app.example.com/callback' }],
    ['an unknown application', { client_id: '10000_00000000-0000-7000-8000-000000000000' }],
    ['no application', { client_id: '' }],
  ])('sends nobody anywhere for %s', async (_what, change) => {
    const page = await open(queryFor(pkce().challenge, change))
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
    expect(page.headers.get('content-type')).toContain('text/html')
  })

  test.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge: 'short' }],
  ])('tells the application %s', async (word, change) => {
    const { searchParams } = destination(await open(queryFor(pkce().challenge, change)))
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual([word, 's t&te'])
  })

  test('shows itself again, without a code, for a wrong password', async () => {
    const page = await answerForm(queryFor(pkce().challenge), { password: 'wrong' })
    expect([page.status, page.headers.get('location')]).toEqual([401, null])
    expect(await page.text()).toContain('role="alert"')
  })

  test('takes no form that another page made', async () => {
    const page = await answerForm(queryFor(pkce().challenge), { csrf: 'x'.repeat(43) })
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
  })

  test('lets nobody of another site sign in', async () => {
    const { admin } = await server.createSite()
    expect((await answerForm(queryFor(pkce().challenge), { email: admin.email })).status).toBe(401)
  })

  test('tells the application when somebody says no', async () => {
    const { searchParams } = destination(
      await answerForm(queryFor(pkce().challenge), { decision: 'deny', password: '' }),
    )
    expect([searchParams.get('error'), searchParams.get('code')]).toEqual(['access_denied', null])
  })
})

describe('an authorization code', () => {
  test('becomes tokens that act as the agent and can be refreshed', async () => {
    const { verifier, challenge } = pkce()
    const url = destination(await answerForm(queryFor(challenge)))
    expect(`${url.origin}${url.pathname}`).toBe('https://app.example.com/callback')
    expect([url.searchParams.get('from'), url.searchParams.get('state')]).toEqual(['parley', 's t&te'])
    const { status, body } = await redeem(url.searchParams.get('code') as string, verifier)
    expect(status).toBe(200)
    expect((await sendRaw(server.url, body.access_token, api.agents.getMe)).body.id).toBe(agent.agentId)
    const next = await refresh(body.refresh_token)
    expect((await sendRaw(server.url, next.body.access_token, api.agents.getMe)).status).toBe(200)
  })

  test('is worth nothing without the verifier, or with another application or way back', async () => {
    const { verifier, challenge } = pkce()
    const other = await register('Other')
    for (const change of [
      { code_verifier: pkce().verifier },
      { redirect_uri: 'https://app.example.com/elsewhere' },
      { client_id: other.clientId },
    ]) {
      const { status, body } = await redeem(await codeFor(challenge), verifier, change)
      expect([status, body.error]).toEqual([400, 'invalid_grant'])
    }
  })

  test('is good for a minute', async () => {
    const { verifier, challenge } = pkce()
    const code = await codeFor(challenge)
    time += 61_000
    expect((await redeem(code, verifier)).body.error).toBe('invalid_grant')
  })

  test('used twice ends what came of it', async () => {
    const { verifier, challenge } = pkce()
    const code = await codeFor(challenge)
    const { body } = await redeem(code, verifier)
    expect((await redeem(code, verifier)).body.error).toBe('invalid_grant')
    expect((await refresh(body.refresh_token)).body.error).toBe('invalid_grant')
  })
})

describe('an application', () => {
  test('cannot make keys or register others with what an agent allowed it', async () => {
    const admin = site.admin
    const { verifier, challenge } = pkce()
    const answer = await answerForm(queryFor(challenge), { email: admin.email })
    const { body } = await redeem(destination(answer).searchParams.get('code') as string, verifier)
    const key = await sendRaw(server.url, body.access_token, api.apiKeys.create, { body: { name: 'Own' } })
    const client = { name: 'Own', redirectUris: [CALLBACK] }
    const more = await sendRaw(server.url, body.access_token, api.oauthClients.create, { body: client })
    expect([key.body.code, more.body.code]).toEqual([403000, 403000])
  })

  test("does not use another application's refresh token", async () => {
    const { verifier, challenge } = pkce()
    const { body } = await redeem(await codeFor(challenge), verifier)
    const other = await register('Another')
    expect((await refresh(body.refresh_token, other.clientId)).status).toBe(400)
    expect((await refresh(body.refresh_token)).status).toBe(200)
  })

  test.each([
    'http://app.example.com/callback',
    'javascript:alert(1)',
    'https://app.example.com/#part',
    'https://user@app.example.com/',
    '/callback',
    'myapp:/callback',
  ])('cannot register %s', async (uri) => {
    const { status, body } = await site.admin.send(api.oauthClients.create, {
      body: { name: 'X', redirectUris: [uri] },
    })
    expect([status, body.message]).toEqual([400, expect.stringContaining("'redirectUris[0]'")])
  })

  test('registers addresses of apps and of the own machine', async () => {
    const uris = ['com.example.app:/callback', 'http://127.0.0.1:4711/callback', 'http://localhost/callback']
    expect((await register('App', uris)).redirectUris).toEqual(uris)
  })

  test('loses everything, tokens included, when it is deleted', async () => {
    const { verifier, challenge } = pkce()
    const { body } = await redeem(await codeFor(challenge), verifier)
    await site.admin.api.call('oauthClients.delete', { params: { id: clientGuid } })
    expect((await sendRaw(server.url, body.access_token, api.agents.getMe)).body.code).toBe(401002)
    expect((await refresh(body.refresh_token)).status).toBe(400)
    expect((await open(queryFor(challenge))).status).toBe(400)
  })
})
