import { createHmac, randomUUID } from 'node:crypto'
import { api, ssoAddresses } from '@parley/contract'
import {
  type Actor,
  destinationOf,
  startTestServer,
  TestBrowser,
  type TestServer,
  type TestSite,
} from '@parley/testing'
import { type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const SECRET = 'a secret that both companies know, 32 or more'
const LOGIN_URL = 'https://login.example/parley?tenant=7'

let server: TestServer
let site: TestSite
let anna: Actor
let browser: TestBrowser
let time = Date.now()

const seconds = () => Math.floor(time / 1000)

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(time) })
  site = await newSite()
  anna = await site.addAgent()
})

beforeEach(() => {
  browser = new TestBrowser(server.url)
})

afterAll(() => server?.close())

async function newSite(): Promise<TestSite> {
  const made = await server.createSite()
  await made.admin.api.call('agentSSO.update', {
    body: { isEnabled: true, protocolType: 'JWT', jwtLoginURL: LOGIN_URL, jwtSecret: SECRET },
  })
  return made
}

const start = async (siteId = site.siteId) => destinationOf(await browser.open(ssoAddresses(siteId).start))

/** The company's login server: signs somebody in and says where the browser goes. */
async function token(claims: JWTPayload = {}, { alg = 'HS256', secret = SECRET } = {}): Promise<string> {
  const all = { email: anna.email, iat: seconds(), jti: randomUUID(), ...claims }
  return new SignJWT(all).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret))
}

/** Comes back with a token and follows to the sign-in page; gives its query. */
async function comeBack(sent: URL, jwt: string): Promise<Record<string, string>> {
  const back = new URL(sent.searchParams.get('return_to') ?? '')
  back.searchParams.set('jwt', jwt)
  return follow(await browser.open(back.href))
}

async function follow(answer: Response): Promise<Record<string, string>> {
  let at = destinationOf(answer)
  if (at.pathname.endsWith('/finish')) at = destinationOf(await browser.open(at.href))
  expect(at.pathname).toBe('/login')
  return Object.fromEntries(at.searchParams)
}

const refreshStatus = async () => (await browser.open(api.parley.refresh.path, { method: 'POST' })).status
const refused = (problem: string, siteId = site.siteId) => ({ sso: problem, siteId: String(siteId) })

describe('a sign-in with a JWT', () => {
  test('asks the login server under the names such servers know, and ends in a session', async () => {
    const sent = await start()
    const { searchParams } = sent
    expect(sent.href.startsWith(`${LOGIN_URL}&`)).toBe(true)
    const back = `${server.url}/sso/${site.siteId}/jwt?state=${searchParams.get('state')}`
    expect([searchParams.get('return_to'), searchParams.get('redirect_url')]).toEqual([back, back])
    expect(await comeBack(sent, await token())).toEqual({
      sso: 'done',
      siteId: String(site.siteId),
      return: '/console',
    })
    expect(await refreshStatus()).toBe(200)
    const me = await site.admin.api.call('agents.get', { params: { id: anna.agentId } })
    expect(me.lastLoginTime).toBe(new Date(time).toISOString())
  })

  test('may come as a form, with all optional claims', async () => {
    const sent = await start()
    const claims = {
      exp: seconds() + 60,
      aud: `${server.url}${ssoAddresses(site.siteId).metadata}`,
      siteId: site.siteId,
      name: 'Anna',
      externalId: 'a-1',
    }
    const fields = { jwt: await token(claims), state: sent.searchParams.get('state') ?? '' }
    expect(await follow(await browser.post(ssoAddresses(site.siteId).jwt, fields))).toMatchObject({ sso: 'done' })
    expect(await refreshStatus()).toBe(200)
  })

  test('lets two tabs sign in at once', async () => {
    const [first, second] = [await start(), await start()]
    expect(await comeBack(first, await token())).toMatchObject({ sso: 'done' })
    expect(await comeBack(second, await token())).toMatchObject({ sso: 'done' })
  })

  test('is for agents without a password, too', async () => {
    const email = `${randomUUID()}@example.com`
    await site.admin.api.call('agents.create', { body: { email, firstName: 'No', lastName: 'Password' } })
    expect(await comeBack(await start(), await token({ email }))).toMatchObject({ sso: 'done' })
  })

  test('sets cookies that no script and no other site can use', async () => {
    const answer = await browser.open(ssoAddresses(site.siteId).start)
    expect(answer.headers.get('set-cookie')).toMatch(/^parley_sso=[\w-]{43}; Path=\/sso; HttpOnly; SameSite=Lax/)
    expect([answer.status, answer.headers.get('referrer-policy'), answer.headers.get('cache-control')]).toEqual([
      303,
      'no-referrer',
      'no-store',
    ])
  })
})

describe('a token is refused', () => {
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const raw = (header: object, claims: object, secret: string) => {
    const text = `${base64(header)}.${base64(claims)}`
    return `${text}.${secret && createHmac('sha256', secret).update(text).digest('base64url')}`
  }
  const claims = () => ({ email: anna.email, iat: seconds(), jti: randomUUID() })

  test.each<[string, () => Promise<string> | string]>([
    ['signed with another secret', () => token({}, { secret: 'x'.repeat(40) })],
    ['signed with another algorithm', () => token({}, { alg: 'HS512' })],
    ['not signed', () => raw({ alg: 'none' }, claims(), '')],
    ['whose header asks for no check', () => raw({ alg: 'none' }, claims(), SECRET)],
    ['that has run out', () => token({ exp: seconds() - 120 })],
    ['issued long ago', () => token({ iat: seconds() - 3600, exp: seconds() + 3600 })],
    ['issued in the future', () => token({ iat: seconds() + 3600 })],
    ['without time of issue', () => raw({ alg: 'HS256' }, { email: anna.email, jti: 'x' }, SECRET)],
    ['without jti', () => raw({ alg: 'HS256' }, { email: anna.email, iat: seconds() }, SECRET)],
    ['without e-mail', () => token({ email: undefined })],
    ['whose e-mail is none', () => token({ email: `${String.fromCharCode(0)}@x` })],
    ['whose e-mail is a list', () => token({ email: ['a@example.com'] })],
    ['for another site', () => token({ siteId: 1 })],
    ['for somebody else', () => token({ aud: 'https://other.example' })],
    ['that is none', () => 'nonsense'],
    ['that is missing', () => ''],
  ])('%s', async (_what, make) => {
    expect(await comeBack(await start(), await make())).toEqual(refused('invalid'))
    expect(await refreshStatus()).toBe(401)
  })

  test('that was used before', async () => {
    const jwt = await token()
    expect(await comeBack(await start(), jwt)).toMatchObject({ sso: 'done' })
    expect(await comeBack(await start(), jwt)).toEqual(refused('invalid'))
  })

  test('of two that come at the same moment, for one of them', async () => {
    const jwt = await token()
    const tries = [await start(), await start(), await start()]
    const answers = await Promise.all(tries.map((sent) => comeBack(sent, jwt)))
    expect(answers.map(({ sso }) => sso).sort()).toEqual(['done', 'invalid', 'invalid'])
  })

  test('for a sign-in that another token answered', async () => {
    const sent = await start()
    expect(await comeBack(sent, await token())).toMatchObject({ sso: 'done' })
    expect(await comeBack(sent, await token())).toEqual(refused('expired'))
    const [first, second] = [await start(), await token()]
    await browser.open(`${first.searchParams.get('return_to')}&jwt=${await token()}`)
    expect(await comeBack(first, second)).toEqual(refused('expired'))
  })

  test('without a sign-in that waits for it', async () => {
    const sent = await start()
    sent.searchParams.set('return_to', `${server.url}/sso/${site.siteId}/jwt?state=_guessed`)
    expect(await comeBack(sent, await token())).toEqual(refused('expired'))
  })

  test('after somebody took too long', async () => {
    const sent = await start()
    time += 11 * 60_000
    expect(await comeBack(sent, await token())).toEqual(refused('expired'))
  })

  test('for the sign-in of another site', async () => {
    const other = await newSite()
    await other.addAgent({ email: anna.email })
    const sent = await start()
    const fields = { jwt: await token(), state: sent.searchParams.get('state') ?? '' }
    const answer = await browser.post(ssoAddresses(other.siteId).jwt, fields)
    expect(await follow(answer)).toEqual(refused('expired', other.siteId))
  })

  test('in the browser of somebody who was sent the link', async () => {
    const sent = await start()
    browser = new TestBrowser(server.url)
    expect(await comeBack(sent, await token())).toEqual(refused('expired'))
    expect(await refreshStatus()).toBe(401)
  })
})

describe('who may sign in', () => {
  test('nobody learns whether an address is unknown, inactive or locked', async () => {
    const inactive = await site.addAgent()
    await site.admin.api.call('agents.update', { params: { id: inactive.agentId }, body: { isActive: false } })
    const locked = await site.addAgent()
    const wrong = { siteId: site.siteId, email: locked.email, password: 'not this one' }
    for (let i = 0; i < 5; i++) await locked.send(api.parley.signIn, { body: wrong })
    for (const email of ['nobody@example.com', inactive.email, locked.email]) {
      expect(await comeBack(await start(), await token({ email }))).toEqual(refused('unknown'))
      expect(await refreshStatus()).toBe(401)
    }
  })

  test('agents of this site only', async () => {
    const other = await newSite()
    expect(await comeBack(await start(), await token({ email: other.admin.email }))).toEqual(refused('unknown'))
  })

  test('nobody who was deactivated on the way', async () => {
    const agent = await site.addAgent()
    expect(await comeBack(await start(), await token({ email: agent.email }))).toMatchObject({ sso: 'done' })
    await site.admin.api.call('agents.update', { params: { id: agent.agentId }, body: { isActive: false } })
    expect(await refreshStatus()).toBe(401)
  })

  test('nobody from outside the addresses the site allows', async () => {
    const guarded = await newSite()
    const sent = await start(guarded.siteId)
    await server.server.app.database.pool.query(
      `insert into whitelisted_login_ip_ranges (site_id, id, ip_from, ip_to, created_time)
       values ($1, gen_random_uuid(), '203.0.113.1', '203.0.113.9', now())`,
      [guarded.siteId],
    )
    server.server.app.bus.publish({ type: 'settings.changed', siteId: guarded.siteId })
    const email = guarded.admin.email
    expect(await comeBack(sent, await token({ email }))).toEqual(refused('address', guarded.siteId))
    expect((await start(guarded.siteId)).searchParams.get('sso')).toBe('address')
    expect(await refreshStatus()).toBe(401)
    const { rows } = await server.server.app.database.pool.query(
      'select action_summary from audit_logs where site_id = $1 order by action_time desc limit 1',
      [guarded.siteId],
    )
    expect(rows[0].action_summary).toContain('Refused a sign-in from')
  })
})

describe('while single sign-on is off', () => {
  test('nothing begins and nothing is accepted, but what is known says no more', async () => {
    const plain = await server.createSite()
    const paths = ssoAddresses(plain.siteId)
    for (const path of [paths.start, `${paths.jwt}?jwt=${await token()}&state=_x`])
      expect(Object.fromEntries(destinationOf(await browser.open(path)).searchParams)).toEqual(
        refused('off', plain.siteId),
      )
    expect(destinationOf(await browser.open(paths.logout)).href).toBe(`${server.url}/login`)
    const unknown = destinationOf(await browser.open(ssoAddresses(99_999_999).start))
    expect(unknown.searchParams.get('sso')).toBe('off')
  })

  test('an answer of the other protocol is not accepted', async () => {
    const answer = await browser.post(ssoAddresses(site.siteId).saml, { SAMLResponse: 'PGEvPg==' })
    expect(destinationOf(answer).searchParams.get('sso')).toBe('off')
  })

  test('the sign-in page is told so', async () => {
    const plain = await server.createSite()
    const options = async (siteId: number) =>
      (await browser.open(`${api.parley.signInOptions.path}?siteId=${siteId}`)).json()
    expect(await options(site.siteId)).toEqual({ hasSingleSignOn: true })
    expect(await options(plain.siteId)).toEqual({ hasSingleSignOn: false })
    expect(await options(99_999_999)).toEqual({ hasSingleSignOn: false })
  })
})

test('whoever keeps trying from one address has to wait', async () => {
  const patient = await startTestServer()
  try {
    browser = new TestBrowser(patient.url)
    const made = await patient.createSite()
    const body = { isEnabled: true, protocolType: 'JWT', jwtLoginURL: LOGIN_URL, jwtSecret: SECRET } as const
    await made.admin.api.call('agentSSO.update', { body })
    const path = `${ssoAddresses(made.siteId).jwt}?jwt=nonsense&state=_x`
    const problems = new Set<string | null>()
    for (let i = 0; i < 101; i++) problems.add(destinationOf(await browser.open(path)).searchParams.get('sso'))
    expect([...problems]).toEqual(['invalid', 'busy'])
  } finally {
    await patient.close()
  }
})

test('the name under which the installation is known decides where a sign-in happens', async () => {
  const elsewhere = server.url.replace('localhost', '127.0.0.1')
  const moved = await fetch(`${elsewhere}${ssoAddresses(site.siteId).start}?return=/panel`, { redirect: 'manual' })
  const at = destinationOf(moved)
  expect([at.origin, at.searchParams.get('return')]).toEqual([server.url, '/panel'])
  expect(destinationOf(await browser.open(at.href)).host).toBe('login.example')
})
