import { api } from '@parley/contract'
import {
  type RawAnswer,
  sendRaw,
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
  type TestSite,
} from '@parley/testing'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

async function generate(
  fields: Record<string, string>,
  path = '/adminwebservice/api/jwttoken/generate',
): Promise<Pick<RawAnswer, 'status' | 'body'>> {
  const response = await fetch(`${server.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, body: await response.json() }
}

const good = (change: Record<string, string> = {}) => ({
  loginType: 'password',
  userName: site.admin.email,
  password: TEST_PASSWORD,
  siteId: String(site.siteId),
  ...change,
})

describe('the token endpoint', () => {
  test('takes a form, in any case, and gives an RS256 token whose key is published', async () => {
    const { status, body } = await generate(
      {
        LOGINTYPE: 'Password',
        username: site.admin.email.toUpperCase(),
        Password: TEST_PASSWORD,
        siteid: String(site.siteId),
      },
      '/AdminWebService/API/JwtToken/Generate',
    )
    expect(status).toBe(200)
    expect(decodeProtectedHeader(body.token)).toMatchObject({ alg: 'RS256', kid: expect.any(String) })
    expect(decodeJwt(body.token)).toMatchObject({
      siteId: site.siteId,
      agentId: site.admin.agentId,
      iss: 'parley',
      jti: expect.any(String),
      nbf: expect.any(Number),
      exp: expect.any(Number),
    })
    const { keys } = (await (await fetch(`${server.url}/.well-known/jwks.json`)).json()) as {
      keys: { kid: string; d?: string }[]
    }
    expect(keys.map(({ kid }) => kid)).toContain(decodeProtectedHeader(body.token).kid)
    expect(keys.every(({ d }) => d === undefined)).toBe(true)
  })

  test('takes JSON too', async () => {
    const { status, body } = await sendRaw(server.url, undefined, api.auth.jwtGenerate, {
      body: { ...good(), siteId: site.siteId },
    })
    expect([status, typeof body.token]).toEqual([200, 'string'])
  })

  test.each(['loginType', 'userName', 'password', 'siteId'])('asks for %s', async (name) => {
    const { [name]: _left, ...rest } = good() as Record<string, string>
    const { status, body } = await generate(rest)
    expect([status, body]).toEqual([400, { code: 400000, message: `Parameter '${name}' is required.` }])
  })

  test.each([{ password: 'wrong' }, { userName: 'nobody@example.com' }, { siteId: '99999' }])(
    '%j is refused without saying why',
    async (change) => {
      const { status, body } = await generate(good(change as Record<string, string>))
      expect([status, body.code]).toEqual([401, 401001])
    },
  )

  test('old tokens stay good when the signing key changes', async () => {
    const { body: before } = await generate(good())
    const { tokens } = await import('./tokens.ts')
    await tokens(server.server.app).keys.rotate()
    const { status } = await sendRaw(server.url, before.token, api.agents.getMe)
    expect(status).toBe(200)
  })
})

describe('an account', () => {
  test('locks after five wrong passwords, for its tokens as well, until it is unlocked', async () => {
    const agent = await site.addAgent()
    const attempt = (password: string) => generate(good({ userName: agent.email, password }))
    for (let i = 0; i < 4; i++) await attempt('wrong')
    expect((await attempt(TEST_PASSWORD)).status).toBe(200)
    for (let i = 0; i < 5; i++) await attempt('wrong')
    expect((await attempt(TEST_PASSWORD)).status).toBe(401)
    expect((await agent.send(api.agents.getMe)).body.code).toBe(401002)
    expect(await site.admin.api.call('agents.get', { params: { id: agent.agentId } })).toMatchObject({ isLocked: true })
    await site.admin.api.call('agents.unlock', { params: { id: agent.agentId } })
    expect((await attempt(TEST_PASSWORD)).status).toBe(200)
    expect((await agent.send(api.agents.getMe)).status).toBe(200)
  })

  test('loses its tokens when the password changes, when it is deactivated and when it is deleted', async () => {
    const [changed, inactive, gone] = [await site.addAgent(), await site.addAgent(), await site.addAgent()]
    await changed.api.call('agents.changeMyPassword', {
      body: { currentPassword: TEST_PASSWORD, newPassword: 'Another-Password-2' },
    })
    await site.admin.api.call('agents.update', { params: { id: inactive.agentId }, body: { isActive: false } })
    await site.admin.api.call('agents.delete', { params: { id: gone.agentId } })
    for (const agent of [changed, inactive, gone]) expect((await agent.send(api.agents.getMe)).body.code).toBe(401002)
  })
})

describe('the console session', () => {
  const signIn = () =>
    fetch(`${server.url}${api.parley.signIn.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ siteId: site.siteId, email: site.admin.email, password: TEST_PASSWORD }),
    })
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const refresh = (cookie: string) =>
    fetch(`${server.url}${api.parley.refresh.path}`, { method: 'POST', headers: { cookie } })

  test('keeps its refresh token in a cookie scripts cannot read, and spends it once', async () => {
    const first = await signIn()
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
    expect(JSON.stringify(await first.json())).not.toContain(cookieOf(first).split('=')[1])
    const second = await refresh(cookieOf(first))
    expect(second.status).toBe(200)
    expect(cookieOf(second)).not.toBe(cookieOf(first))
    expect((await refresh(cookieOf(second))).status).toBe(200)
  })

  test('ends when somebody signs out', async () => {
    const first = await signIn()
    await fetch(`${server.url}${api.parley.signOut.path}`, { method: 'DELETE', headers: { cookie: cookieOf(first) } })
    expect((await refresh(cookieOf(first))).status).toBe(401)
  })

  test('ends with a token that is spent while somebody signs out', async () => {
    for (let round = 0; round < 5; round++) {
      const cookie = cookieOf(await signIn())
      const signOut = fetch(`${server.url}${api.parley.signOut.path}`, { method: 'DELETE', headers: { cookie } })
      const [next] = await Promise.all([refresh(cookie), signOut])
      expect((await refresh(cookieOf(next))).status).toBe(401)
    }
  })

  test('is refused without a cookie', async () => {
    expect((await refresh('')).status).toBe(401)
  })
})

test('the daily limit counts the API of a site, not signing in, and answers 403', async () => {
  const limited = await startTestServer({ env: { PARLEY_DAILY_REQUEST_LIMIT: '3' } })
  try {
    const { admin } = await limited.createSite()
    const answers = []
    for (let i = 0; i < 4; i++) answers.push(await admin.send(api.roles.list))
    // signing in the administrator asked the API once
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403])
    expect(answers[3]?.body.code).toBe(403001)
    const other = await limited.createSite()
    expect((await other.admin.send(api.roles.list)).status).toBe(200)
  } finally {
    await limited.close()
  }
})
