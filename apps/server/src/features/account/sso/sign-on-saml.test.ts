import { api, ssoAddresses } from '@parley/contract'
import {
  type Actor,
  assertionXml,
  destinationOf,
  makeSigningKey,
  type ReadRequest,
  SamlProvider,
  startTestServer,
  TestBrowser,
  type TestServer,
  type TestSite,
} from '@parley/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const provider = new SamlProvider()
const MINUTE = 60_000

let server: TestServer
let site: TestSite
let anna: Actor
let browser: TestBrowser

beforeAll(async () => {
  server = await startTestServer()
  site = await newSite(server)
  anna = await site.addAgent()
})

beforeEach(() => {
  browser = new TestBrowser(server.url)
})

afterAll(() => server?.close())

async function newSite(on: TestServer): Promise<TestSite> {
  const made = await on.createSite()
  await made.admin.api.call('agentSSO.update', {
    body: {
      isEnabled: true,
      protocolType: 'SAML',
      samlSSOURL: 'https://idp.example/sso?tenant=7',
      samlLogoutURL: 'https://idp.example/out',
      samlCertificate: provider.key.certificate,
    },
  })
  return made
}

async function begin(siteId = site.siteId, returnPath = '/console/history?q=1'): Promise<ReadRequest> {
  const answer = await browser.open(`${ssoAddresses(siteId).start}?${new URLSearchParams({ return: returnPath })}`)
  return provider.read(destinationOf(answer).href)
}

const post = (response: string, siteId = site.siteId, more: Record<string, string> = {}) =>
  browser.post(ssoAddresses(siteId).saml, { SAMLResponse: response, ...more })

/** Posts an answer and goes where it leads; gives the query of the sign-in page where that ends. */
async function comeBack(response: string, siteId = site.siteId): Promise<Record<string, string>> {
  let at = destinationOf(await post(response, siteId))
  if (at.pathname === ssoAddresses(siteId).finish) at = destinationOf(await browser.open(at.href))
  expect(at.origin).toBe(server.url)
  expect(at.pathname).toBe('/login')
  return Object.fromEntries(at.searchParams)
}

const refresh = async () => {
  const response = await browser.open(api.parley.refresh.path, { method: 'POST' })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const refused = (problem: string, siteId = site.siteId) => ({ sso: problem, siteId: String(siteId) })

describe('a sign-in with SAML', () => {
  test('asks the identity provider and ends in a session like any other', async () => {
    const request = await begin()
    expect(request).toMatchObject({
      issuer: `${server.url}/sso/${site.siteId}/saml/metadata`,
      consumerUrl: `${server.url}/sso/${site.siteId}/saml`,
      destination: 'https://idp.example/sso?tenant=7',
    })
    expect(await comeBack(provider.answer(anna.email, request))).toEqual({
      sso: 'done',
      siteId: String(site.siteId),
      return: '/console/history?q=1',
    })
    const { status, body } = await refresh()
    expect([status, body.agentId, body.siteId]).toEqual([200, anna.agentId, site.siteId])
  })

  test('takes the e-mail attribute before the name, whatever its case', async () => {
    const email = anna.email.toUpperCase()
    const answer = provider.answer('a-1234', await begin(), { attributes: { department: 'Support', Email: email } })
    expect(await comeBack(answer)).toMatchObject({ sso: 'done' })
    expect((await refresh()).body.agentId).toBe(anna.agentId)
  })

  test('reads the name across a comment that somebody put into it', async () => {
    const request = await begin()
    const answer = provider.answer(`${anna.email}.evil.example`, request)
    const xml = Buffer.from(answer, 'base64').toString().replace(`${anna.email}.evil`, `${anna.email}<!-- x -->.evil`)
    expect(await comeBack(Buffer.from(xml).toString('base64'))).toEqual(refused('unknown'))
  })

  test('gives the session to the browser that began, and to no other', async () => {
    const answer = await post(provider.answer(anna.email, await begin()))
    const stranger = new TestBrowser(server.url)
    const elsewhere = destinationOf(await stranger.open(destinationOf(answer).href))
    expect(elsewhere.searchParams.get('sso')).toBe('expired')
    expect(stranger.cookie('parley_refresh')).toBeUndefined()
    await browser.open(destinationOf(answer).href)
    expect((await refresh()).status).toBe(200)
  })

  test('finishes once', async () => {
    const finish = destinationOf(await post(provider.answer(anna.email, await begin()))).href
    await browser.open(finish)
    expect(destinationOf(await browser.open(finish)).searchParams.get('sso')).toBe('expired')
  })

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/api/v3/x', '/console/\\x'])(
    'never returns to %s',
    async (path) => {
      const request = await begin(site.siteId, path)
      const answer = await post(provider.answer(anna.email, request), site.siteId, {
        RelayState: 'https://evil.example',
      })
      const last = destinationOf(await browser.open(destinationOf(answer).href))
      expect([last.origin, last.searchParams.get('return')]).toEqual([server.url, '/console'])
    },
  )

  test('takes an answer with an XML declaration and lines of its own', async () => {
    const request = await begin()
    const assertions = `\r\n  ${provider.signed(provider.about(anna.email, request))}\r\n`
    const prolog = '<?xml version="1.0" encoding="UTF-8"?>\r\n'
    expect(await comeBack(provider.response(request, { assertions, prolog }))).toMatchObject({ sso: 'done' })
  })

  test('takes an answer that is signed as a whole, if the assertion is, too', async () => {
    const request = await begin()
    const text = provider.about(anna.email, request)
    expect(await comeBack(provider.signedResponse(request, provider.signed(text)))).toMatchObject({ sso: 'done' })
    const another = await begin()
    const unsigned = assertionXml(provider.about(anna.email, another))
    expect(await comeBack(provider.signedResponse(another, unsigned))).toEqual(refused('invalid'))
  })

  test('takes any of several certificates', async () => {
    const both = `${makeSigningKey().certificate}\n${provider.key.certificate}`
    const other = await newSite(server)
    await other.admin.api.call('agentSSO.update', { body: { samlCertificate: both } })
    const answer = provider.answer(other.admin.email, await begin(other.siteId))
    expect(await comeBack(answer, other.siteId)).toMatchObject({ sso: 'done' })
  })
})

describe('an answer is refused', () => {
  const now = Date.now()
  test.each([
    ['for another audience', { audience: 'https://other.example' }],
    ['for another address', { recipient: 'https://other.example/saml' }],
    ['that has run out', { notOnOrAfter: new Date(now - 2 * MINUTE) }],
    ['whose confirmation has run out', { confirmedUntil: new Date(now - 2 * MINUTE) }],
    ['from the future', { notBefore: new Date(now + 5 * MINUTE) }],
    ['that was issued long ago', { issueInstant: new Date(now - 30 * MINUTE) }],
    ['that answers another request', { inResponseTo: '_another' }],
    ['that answers none', { inResponseTo: '' }],
    ['whose holder has to prove more', { method: 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key' }],
    ['with several addresses', { attributes: { email: ['a@example.com', 'b@example.com'] } }],
    ['without an address', { nameId: 'anna' }],
  ])('%s', async (_what, change) => {
    const problem = await comeBack(provider.answer(anna.email, await begin(), change))
    expect(problem).toEqual(refused('invalid'))
    expect((await refresh()).status).toBe(401)
  })

  test('that is not signed', async () => {
    const request = await begin()
    const assertions = assertionXml(provider.about(anna.email, request))
    expect(await comeBack(provider.response(request, { assertions }))).toEqual(refused('invalid'))
  })

  test('signed with another key, whose certificate it brings along', async () => {
    const request = await begin()
    const other = new SamlProvider()
    expect(await comeBack(other.answer(anna.email, request))).toEqual(refused('invalid'))
  })

  test('in which the address was changed', async () => {
    const request = await begin()
    const xml = Buffer.from(provider.answer('mallory@example.com', request), 'base64').toString()
    const changed = Buffer.from(xml.replace('mallory@example.com', anna.email)).toString('base64')
    expect(await comeBack(changed)).toEqual(refused('invalid'))
  })

  test.each(['before', 'after', 'around', 'inside the signature'])(
    'with a forged assertion %s the signed one',
    async (place) => {
      const mallory = await site.addAgent()
      const request = await begin()
      const text = provider.about(mallory.email, request)
      const good = provider.signed(text)
      const forged = (id: string, content = '') =>
        assertionXml({ ...provider.about(anna.email, request), id }).replace(
          '</saml:Issuer>',
          `</saml:Issuer>${content}`,
        )
      const assertions = {
        before: forged('_forged') + good,
        after: good + forged('_forged'),
        around: forged('_forged', `<saml:Advice>${good}</saml:Advice>`),
        'inside the signature': forged(
          text.id,
          (/<ds:Signature .*<\/ds:Signature>/.exec(good)?.[0] ?? '').replace(
            '</ds:Signature>',
            `<ds:Object>${assertionXml(text)}</ds:Object></ds:Signature>`,
          ),
        ),
      }[place] as string
      expect(await comeBack(provider.response(request, { assertions }))).toEqual(refused('invalid'))
    },
  )

  test.each([
    ['', '<!DOCTYPE Response>'],
    ['with an entity', '<!DOCTYPE Response [<!ENTITY mail SYSTEM "file:///etc/passwd">]>'],
  ])('that declares a document type %s', async (_what, prolog) => {
    const request = await begin()
    const assertions = provider.signed(provider.about(anna.email, request))
    expect(await comeBack(provider.response(request, { assertions, prolog }))).toEqual(refused('invalid'))
  })

  test('that names another destination', async () => {
    const request = await begin()
    const assertions = provider.signed(provider.about(anna.email, request))
    const answer = provider.response(request, { assertions, destination: 'https://other.example/saml' })
    expect(await comeBack(answer)).toEqual(refused('invalid'))
  })

  test('that comes again', async () => {
    const answer = provider.answer(anna.email, await begin())
    expect(await comeBack(answer)).toMatchObject({ sso: 'done' })
    expect(await comeBack(answer)).toEqual(refused('expired'))
  })

  test('whose assertion answered another request before', async () => {
    const id = '_the-same-assertion'
    expect(await comeBack(provider.answer(anna.email, await begin(), { id }))).toMatchObject({ sso: 'done' })
    expect(await comeBack(provider.answer(anna.email, await begin(), { id }))).toEqual(refused('invalid'))
  })

  test('of an identity provider that nobody asked', async () => {
    const request = { ...(await begin()), id: '_unsolicited' }
    expect(await comeBack(provider.answer(anna.email, request))).toEqual(refused('expired'))
    const assertions = provider.signed(provider.about(anna.email, request, { inResponseTo: '' }))
    expect(await comeBack(provider.response(request, { assertions, inResponseTo: '' }))).toEqual(refused('invalid'))
  })

  test('by another site than it is for, even with the same identity provider', async () => {
    const other = await newSite(server)
    await other.addAgent({ email: anna.email })
    const forFirst = provider.answer(anna.email, await begin())
    expect(await comeBack(forFirst, other.siteId)).toMatchObject({ sso: expect.stringMatching(/invalid|expired/) })
    const request = await begin(other.siteId)
    const replanted = provider.answer(anna.email, request, {
      audience: `${server.url}${ssoAddresses(site.siteId).metadata}`,
    })
    expect(await comeBack(replanted, other.siteId)).toEqual(refused('invalid', other.siteId))
  })

  test.each(['', 'no base64 at all', Buffer.from('<a').toString('base64'), Buffer.from('<a/>').toString('base64')])(
    'that is none: %j',
    async (response) => {
      expect(await comeBack(response)).toMatchObject({ sso: 'invalid' })
    },
  )
})

test('our metadata says what an identity provider has to know, for any site', async () => {
  for (const siteId of [site.siteId, 99_999_999]) {
    const response = await browser.open(ssoAddresses(siteId).metadata)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/samlmetadata+xml'])
    const xml = await response.text()
    expect(xml).toContain(`entityID="${server.url}/sso/${siteId}/saml/metadata"`)
    expect(xml).toContain(`Location="${server.url}/sso/${siteId}/saml"`)
    expect(xml).toContain('WantAssertionsSigned="true"')
  }
  expect((await browser.open('/sso/none/saml/metadata')).status).toBe(404)
})

test('signing out leads to the company where it wants that', async () => {
  const logout = await browser.open(ssoAddresses(site.siteId).logout)
  expect(destinationOf(logout).href).toBe('https://idp.example/out')
})
