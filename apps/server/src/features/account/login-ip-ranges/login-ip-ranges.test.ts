import { api } from '@parley/contract'
import { sendRaw, startTestServer, TEST_PASSWORD, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RawClient } from '../../../../test/raw-client.ts'

const HOME = '198.51.100.7'
const AWAY = '203.0.113.9'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ env: { PARLEY_TRUST_PROXY: '1' } })
})

afterAll(() => server?.close())

/** As a proxy passes requests on. */
const from = (address: string, headers: Record<string, string> = {}) => ({
  headers: { ...headers, 'x-forwarded-for': address, 'x-forwarded-proto': 'https' },
})

/** A site whose agents may come from home and from the server's own machine. */
async function strictSite(): Promise<TestSite> {
  const site = await server.createSite()
  const allow = (ipFrom: string, ipTo: string) =>
    site.admin.api.call('whitelistedLoginIPRanges.create', { body: { ipFrom, ipTo } })
  await allow('127.0.0.1', '127.0.0.1')
  await allow('198.51.100.0', '198.51.100.255')
  return site
}

function signIn({ admin, siteId }: TestSite, address: string) {
  const body = { siteId, email: admin.email, password: TEST_PASSWORD }
  return sendRaw(server.url, undefined, api.parley.signIn, { body, ...from(address) })
}

async function connect({ admin }: TestSite, address: string) {
  const client = await RawClient.open(`${server.url.replace('http', 'ws')}/realtime/agent`, from(address))
  return { client, answer: await client.ask('agent.hello', { token: admin.token }) }
}

describe('with ranges', () => {
  test('signing in and calling works from inside and is refused from outside', async () => {
    const site = await strictSite()
    const call = (address: string) => site.admin.send(api.roles.list, from(address))
    expect([(await signIn(site, HOME)).status, (await call(HOME)).status]).toEqual([200, 200])
    const refused = await Promise.all([signIn(site, AWAY), call(AWAY)])
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 403002],
      [403, 403002],
    ])
  })

  test('tokens are given inside only', async () => {
    const site = await strictSite()
    const body = { siteId: site.siteId, userName: site.admin.email, password: TEST_PASSWORD, loginType: 'password' }
    const issue = (address: string) => sendRaw(server.url, undefined, api.auth.jwtGenerate, { body, ...from(address) })
    expect([(await issue(HOME)).status, (await issue(AWAY)).body.code]).toEqual([200, 403002])
  })

  test('a sign-in is not renewed outside, and still is inside afterwards', async () => {
    const site = await strictSite()
    const cookie = (await signIn(site, HOME)).headers.get('set-cookie')?.split(';')[0] ?? ''
    const renew = (address: string) => sendRaw(server.url, undefined, api.parley.refresh, from(address, { cookie }))
    expect([(await renew(AWAY)).body.code, (await renew(HOME)).status]).toEqual([403002, 200])
  })

  test('API keys open nothing outside', async () => {
    const site = await strictSite()
    const { key } = await site.admin.api.call('apiKeys.create', { body: { name: 'Export' } })
    const authorization = `Basic ${Buffer.from(`${site.admin.email}:${key}`).toString('base64')}`
    const call = (address: string) => sendRaw(server.url, undefined, api.roles.list, from(address, { authorization }))
    expect([(await call(HOME)).status, (await call(AWAY)).body.code]).toEqual([200, 403002])
  })

  test('OAuth gives, renews and takes tokens inside only, and a refusal spends none', async () => {
    const site = await strictSite()
    const { email } = site.admin
    const ask = (address: string, body: object) =>
      sendRaw(server.url, undefined, api.auth.oauthToken, { body, ...from(address) })
    const password = { grant_type: 'password', siteId: site.siteId, email, password: TEST_PASSWORD }
    expect((await ask(AWAY, password)).body.code).toBe(403002)
    const { body: tokens } = await ask(HOME, password)
    const call = (address: string) => sendRaw(server.url, tokens.access_token, api.roles.list, from(address))
    expect([(await call(HOME)).status, (await call(AWAY)).body.code]).toEqual([200, 403002])
    const renewal = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token }
    expect((await ask(AWAY, renewal)).body.code).toBe(403002)
    expect((await ask(HOME, renewal)).status).toBe(200)
  })

  test('OAuth takes codes inside only', async () => {
    const site = await strictSite()
    const redirectUri = 'https://app.example.com/done'
    const { clientId } = await site.admin.api.call('oauthClients.create', {
      body: { name: 'Reports', redirectUris: [redirectUri] },
    })
    const body = {
      grant_type: 'authorization_code',
      client_id: clientId,
      code: 'x',
      redirect_uri: redirectUri,
      code_verifier: 'x'.repeat(43),
    }
    const ask = (address: string) => sendRaw(server.url, undefined, api.auth.oauthToken, { body, ...from(address) })
    expect([(await ask(HOME)).body.error, (await ask(AWAY)).body.code]).toEqual(['invalid_grant', 403002])
  })

  test('whoever was refused is in the audit log, once', async () => {
    const site = await strictSite()
    for (let i = 0; i < 3; i++) {
      await signIn(site, AWAY)
      await site.admin.send(api.roles.list, from(AWAY))
    }
    const { auditLogs } = await site.admin.api.call('auditLogs.list', { query: { category: 'globalSettings' } })
    const refusals = auditLogs.filter(({ actionSummary }) => actionSummary?.startsWith('Refused'))
    expect(refusals.map(({ actionSummary, createdBy }) => [actionSummary, createdBy]).toSorted()).toEqual([
      [`Refused a request from ${AWAY}`, site.admin.agentId],
      [`Refused a sign-in from ${AWAY}`, null],
    ])
  })

  test('agents connect from inside only', async () => {
    const site = await strictSite()
    const inside = await connect(site, HOME)
    expect(inside.answer.ok).toBe(true)
    await inside.client.close()
    const outside = await connect(site, AWAY)
    expect(outside.answer).toMatchObject({ ok: false, code: 403002 })
    expect((await outside.client.closed).code).toBe(4401)
  })

  test('other sites are as open as they were', async () => {
    await strictSite()
    expect((await signIn(await server.createSite(), AWAY)).status).toBe(200)
  })
})

test('a change takes effect at once, also for who is connected', async () => {
  const site = await server.createSite()
  const [inside, outside] = [await connect(site, '127.0.0.1'), await connect(site, AWAY)]
  const call = async (address: string) => (await site.admin.send(api.roles.list, from(address))).status
  expect(await call(AWAY)).toBe(200)
  const body = { ipFrom: '127.0.0.1', ipTo: '127.0.0.1' }
  const range = await site.admin.api.call('whitelistedLoginIPRanges.create', { body })
  expect(await call(AWAY)).toBe(403)
  expect((await outside.client.closed).code).toBe(4401)
  expect((await inside.client.ask('chats.watch', { scope: 'mine' })).ok).toBe(true)
  await inside.client.close()
  await site.admin.api.call('whitelistedLoginIPRanges.delete', { params: { id: range.id } })
  expect(await call(AWAY)).toBe(200)
})

test.each([
  [{ ipFrom: '999.1.1.1', ipTo: '10.0.0.1' }, 'ipFrom'],
  [{ ipFrom: '10.0.0.2', ipTo: '10.0.0.1' }, 'ipTo'],
  [{ ipFrom: '::1', ipTo: '10.0.0.1' }, 'ipTo'],
])('%j is no range', async (body, parameter) => {
  const site = await server.createSite()
  const answer = await site.admin.send(api.whitelistedLoginIPRanges.create, { body })
  expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining(`'${parameter}'`)])
})
