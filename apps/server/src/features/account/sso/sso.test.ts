import { randomUUID } from 'node:crypto'
import { api } from '@parley/contract'
import { makeSigningKey, startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
})

beforeEach(async () => {
  site = await server.createSite()
})

afterAll(() => server?.close())

const jwt = {
  isEnabled: true,
  protocolType: 'JWT',
  jwtLoginURL: 'https://sso.example/login',
  jwtSecret: 'a secret that both companies know, 32 or more',
}
const { certificate } = makeSigningKey()
const bareCertificate = certificate.replaceAll(/-----[^-]+-----|\n/g, '')

describe('agentSSO', () => {
  const change = (body: object) => site.admin.send(api.agentSSO.update, { body })

  test('is off on a new site, and shows everything that is documented', async () => {
    expect(await site.admin.api.call('agentSSO.get')).toEqual({
      isEnabled: false,
      protocolType: null,
      samlSSOURL: null,
      samlLogoutURL: null,
      samlCertificate: null,
      jwtLoginURL: null,
      jwtLogoutURL: null,
      jwtSecret: null,
    })
  })

  test.each([
    [{ isEnabled: true }, 'protocolType'],
    [{ protocolType: 'SAML', samlCertificate: 'x' }, 'samlSSOURL'],
    [{ protocolType: 'saml', samlSSOURL: 'https://sso.example' }, 'samlCertificate'],
    [{ protocolType: 'JWT', jwtLoginURL: 'https://sso.example' }, 'jwtSecret'],
  ])('%j lacks something', async (body, parameter) => {
    const answer = await change(body)
    expect([answer.status, answer.body.message]).toEqual([400, `Parameter '${parameter}' is required.`])
  })

  test('is changed by administrators only: with a secret of their own anybody could sign in as one', async () => {
    const planner = await site.addAgent({ permissions: ['Manage Security'] })
    expect((await planner.send(api.agentSSO.get)).status).toBe(200)
    const { status, body } = await planner.send(api.agentSSO.update, { body: jwt })
    expect([status, body.message]).toEqual([403, expect.stringContaining('Only an administrator')])
    expect((await site.admin.api.call('agentSSO.get')).isEnabled).toBe(false)
  })

  test('keeps the secret where nobody reads it', async () => {
    const { status, body } = await change(jwt)
    expect([status, body.jwtSecret]).toEqual([200, null])
    const { rows } = await server.server.app.database.pool.query('select * from sign_in_settings where site_id = $1', [
      site.siteId,
    ])
    expect(rows[0].agent_jwt_secret.length).toBeGreaterThan(jwt.jwtSecret.length)
    expect(JSON.stringify(rows).concat(rows[0].agent_jwt_secret.toString('latin1'))).not.toContain(jwt.jwtSecret)
    const { auditLogs } = await site.admin.api.call('auditLogs.list', {})
    expect(JSON.stringify(auditLogs)).not.toContain(jwt.jwtSecret)
  })

  test('keeps what a change leaves out, the secret too, and takes an answer back', async () => {
    const { body } = await change(jwt)
    const again = await change(body)
    expect([again.status, again.body]).toEqual([200, body])
    expect((await change({ jwtLogoutURL: 'https://sso.example/out' })).body).toEqual({
      ...body,
      jwtLogoutURL: 'https://sso.example/out',
    })
  })
})

describe('what agents could not sign in with', () => {
  const saml = {
    isEnabled: true,
    protocolType: 'SAML',
    samlSSOURL: 'https://sso.example',
    samlCertificate: certificate,
  }
  const change = (body: object) => site.admin.send(api.agentSSO.update, { body })

  test.each([
    ['jwtLoginURL', { ...jwt, jwtLoginURL: 'sso.example' }],
    ['jwtLoginURL', { ...jwt, jwtLoginURL: 'http://sso.example/login' }],
    ['jwtLogoutURL', { ...jwt, jwtLogoutURL: 'javascript:alert(1)' }],
    ['samlSSOURL', { ...saml, samlSSOURL: 'ftp://sso.example' }],
    ['samlLogoutURL', { isEnabled: false, samlLogoutURL: 'https://anna@sso.example' }],
    ['jwtSecret', { ...jwt, jwtSecret: 'only-a-few-characters' }],
    ['samlCertificate', { ...saml, samlCertificate: 'TUlJ' }],
    ['samlCertificate', { ...saml, samlCertificate: 'no certificate' }],
    ['samlCertificate', { ...saml, samlCertificate: certificate.slice(0, 600) }],
    ['samlCertificate', { ...saml, samlCertificate: makeSigningKey('Short', 'ec').certificate }],
  ])('%s is refused by name', async (parameter, body) => {
    const before = await site.admin.api.call('agentSSO.get')
    const answer = await change(body)
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining(`Parameter '${parameter}'`)])
    expect(await site.admin.api.call('agentSSO.get')).toEqual(before)
  })

  test('may be kept while it is off, and is refused when somebody switches it on', async () => {
    const half = { protocolType: 'SAML', samlSSOURL: 'https://sso.example', samlCertificate: 'TUlJ' }
    expect((await change(half)).body).toMatchObject({ ...half, isEnabled: false })
    expect((await change({ isEnabled: true })).body.message).toContain("'samlCertificate'")
    expect((await change({ protocolType: 'JWT', jwtLoginURL: jwt.jwtLoginURL, jwtSecret: 'short' })).status).toBe(200)
    expect((await change({ isEnabled: true })).body.message).toContain("'jwtSecret'")
    expect((await change({ isEnabled: true, jwtSecret: jwt.jwtSecret })).status).toBe(200)
    expect((await change({ isEnabled: true, jwtSecret: '' })).status).toBe(200)
  })

  test.each([
    ['as PEM', certificate],
    ['in base64', bareCertificate],
    ['and the next one', `${certificate}\n${makeSigningKey('Next').certificate}`],
  ])('takes a certificate %s', async (_how, samlCertificate) => {
    expect((await change({ ...saml, samlCertificate })).body).toMatchObject({ isEnabled: true, samlCertificate })
  })

  test('takes plain http on one’s own machine', async () => {
    expect((await change({ ...jwt, jwtLoginURL: 'http://localhost:9000/login' })).status).toBe(200)
  })
})

describe('visitorSSO', () => {
  const mapping = { attribute: 'mail', comm100Field: '{!Visitor.Email}' }
  const change = (body: object) => site.admin.send(api.visitorSSO.update, { body })

  test('takes rows of campaigns with the documented defaults and shows the campaigns when asked', async () => {
    const { campaignId } = site
    const { body } = await change({
      isEnabled: true,
      loginUrl: 'https://sso.example',
      samlCertificate: bareCertificate,
      fieldMappings: [{ attribute: 'mail', comm100Field: '{!Visitor.Email}' }],
      perCampaign: [{ campaignId, isPrechatFormSkipped: false }],
    })
    expect(body).toEqual({
      isEnabled: true,
      loginUrl: 'https://sso.example',
      artifactResolutionService: null,
      signOutUrl: null,
      SAMLCertificate: bareCertificate,
      fieldMappings: [{ attribute: 'mail', comm100Field: '{!Visitor.Email}' }],
      perCampaign: [
        { campaignId, signInOption: 'noSignIn', isPrechatFromSkipped: false, ifOpenSignInPageEmbeddedWindow: true },
      ],
    })
    const shown = await site.admin.api.call('visitorSSO.get', { query: { include: ['campaign'] } })
    expect(shown.perCampaign[0]?.campaign).toMatchObject({ id: campaignId, name: 'Default Plan' })
  })

  test('refuses campaigns that do not exist or come twice, and to be on without an address', async () => {
    const { campaignId } = site
    const answers = [
      await change({ perCampaign: [{ campaignId: randomUUID() }] }),
      await change({ perCampaign: [{ campaignId }, { campaignId }] }),
      await change({ isEnabled: true }),
    ]
    expect(answers.map(({ status, body }) => [status, body.message])).toEqual([
      [400, expect.stringContaining("'perCampaign.campaignId'")],
      [400, expect.stringContaining("'perCampaign.campaignId'")],
      [400, "Parameter 'loginUrl' is required."],
    ])
  })

  test.each([
    ['loginUrl', { loginUrl: 'javascript:alert(1)' }],
    ['signOutUrl', { signOutUrl: 'http://sso.example' }],
    ['fieldMappings[1].attribute', { fieldMappings: [mapping, { ...mapping, attribute: ' ' }] }],
    ['fieldMappings[0].comm100Field', { fieldMappings: [{ ...mapping, comm100Field: '' }] }],
    ['SAMLCertificate', { isEnabled: true, loginUrl: 'https://sso.example', SAMLCertificate: 'TUlJ' }],
  ])('refuses a %s that cannot work', async (parameter, body) => {
    const answer = await change(body)
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining(`'${parameter}'`)])
  })

  test('forgets campaigns that are deleted', async () => {
    const { id } = await site.admin.api.call('campaigns.create', { body: { name: 'Second' } })
    await change({ perCampaign: [{ campaignId: id }, { campaignId: site.campaignId }] })
    await site.admin.api.call('campaigns.delete', { params: { id } })
    const { perCampaign } = await site.admin.api.call('visitorSSO.get', {})
    expect(perCampaign.map(({ campaignId }) => campaignId)).toEqual([site.campaignId])
  })
})
