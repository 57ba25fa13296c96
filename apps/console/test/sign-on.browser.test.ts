import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SamlProvider, startTestServer, TEST_PASSWORD, type TestServer, type TestSite } from '@parley/testing'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const ARGUMENTS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  )
/** A step that takes longer (ms) has failed. */
const STEP_LIMIT_MS = 10_000

describe.skipIf(process.env.PARLEY_SKIP_BROWSER_TESTS === '1')('single sign-on in a browser', () => {
  const provider = new SamlProvider()
  let server: TestServer
  let site: TestSite
  let browser: Browser
  let company: Server
  let companyUrl: string
  let email: string

  beforeAll(async () => {
    server = await startTestServer()
    site = await server.createSite()
    email = site.admin.email
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS })
    // to browsers 127.0.0.1 is another site than localhost, so that cookies are treated as between two companies
    company = createServer((request, response) => {
      const address = `${companyUrl}${request.url}`
      response.setHeader('content-type', 'text/html')
      if (!request.url?.startsWith('/sso')) return void response.end('<h1>Signed out of the company</h1>')
      const asked = provider.read(address)
      const field = `<input type="hidden" name="SAMLResponse" value="${provider.answer(email, asked)}">`
      response.end(`<form method="post" action="${asked.consumerUrl}">${field}<button>Continue</button></form>`)
    })
    await new Promise<void>((done) => company.listen(0, '127.0.0.1', done))
    companyUrl = `http://127.0.0.1:${(company.address() as AddressInfo).port}`
  })

  afterAll(async () => {
    await browser?.close()
    company?.close()
    await server?.close()
  })

  /** A page in a browser of its own. */
  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    context.setDefaultTimeout(STEP_LIMIT_MS)
    return context.newPage()
  }

  async function signOn(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Sign in with single sign-on' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
  }

  async function openPanel(query = '', who = site.admin.email): Promise<Page> {
    const page = await newPage()
    await page.goto(`${server.url}/login?siteId=${site.siteId}&return=/panel/single-sign-on${query}`)
    await page.getByLabel('E-mail').fill(who)
    await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Single sign-on' }).waitFor()
    return page
  }

  test('keeps a secret for JWT without showing it', async () => {
    const page = await openPanel()
    await page.getByLabel('JWT').click()
    await page.getByLabel('Sign-in address').fill(`${companyUrl}/sso`)
    await page.getByRole('button', { name: 'Make one' }).click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Single sign-on saved').waitFor()
    await page.getByText('Unsaved changes').waitFor({ state: 'detached' })
    expect(await page.getByLabel('Shared secret').inputValue()).toBe('')
    await page.getByText('Let agents sign in with single sign-on').click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Unsaved changes').waitFor({ state: 'detached' })
    expect(await site.admin.api.call('agentSSO.get')).toMatchObject({ isEnabled: true, protocolType: 'JWT' })
    await site.admin.api.call('agentSSO.update', { body: { isEnabled: false } })
    await page.context().close()
  })

  test('shows those who may only change settings the visitors’ part', async () => {
    const { email: who } = await site.addAgent({ permissions: ['Manage Settings', 'Manage Campaigns'] })
    const page = await openPanel('', who)
    await page.getByText('not asked to sign in yet').waitFor()
    await page.getByRole('button', { name: 'Add field' }).click()
    await page.getByLabel('Field 1').fill('{!Visitor.Email}')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText("Parameter 'fieldMappings[0].attribute'").waitFor()
    await page.getByLabel('Attribute 1').fill('mail')
    await page.getByRole('combobox', { name: 'Visitors of Default Plan' }).click()
    await page.getByRole('option', { name: 'May sign in' }).click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Unsaved changes').waitFor({ state: 'detached' })
    expect(await site.admin.api.call('visitorSSO.get')).toMatchObject({
      fieldMappings: [{ attribute: 'mail', comm100Field: '{!Visitor.Email}' }],
      perCampaign: [{ campaignId: site.campaignId, signInOption: 'signInOptional' }],
    })
    await page.context().close()
  })

  test('is set up in the Control Panel, with refusals at their field and the addresses to copy', async () => {
    const before = await newPage()
    await before.goto(`${server.url}/login?siteId=${site.siteId}`)
    await before.getByLabel('E-mail').waitFor()
    expect(await before.getByRole('button', { name: 'Sign in with single sign-on' }).count()).toBe(0)
    const page = await openPanel()
    await page.getByLabel('SAML 2.0').click()
    await page.getByText(`${server.url}/sso/${site.siteId}/saml`, { exact: true }).waitFor()
    await page.getByText('Let agents sign in with single sign-on').click()
    await page.getByLabel('Sign-on address').fill(`${companyUrl}/sso`)
    await page.getByLabel('Sign-out address').fill(`${companyUrl}/out`)
    await page.getByRole('textbox', { name: 'Certificate' }).fill('nonsense')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText("Parameter 'samlCertificate' must be an X.509 certificate").waitFor()
    await page.getByRole('textbox', { name: 'Certificate' }).fill(provider.key.certificate)
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Single sign-on saved').waitFor()
    await page.getByText('Unsaved changes').waitFor({ state: 'detached' })
    expect(await site.admin.api.call('agentSSO.get')).toMatchObject({ isEnabled: true, protocolType: 'SAML' })
    await page.context().close()
  })

  test('leads through the company to the page that was asked for, and out through the company', async () => {
    const page = await newPage()
    await page.goto(`${server.url}/login?return=/console/history&siteId=${site.siteId}`)
    await signOn(page)
    await page.waitForURL('**/console/history')
    await page.getByRole('button', { name: /Status and account/ }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: /Status and account/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Signed out of the company' }).waitFor()
    await page.context().close()
  })

  test('says in words that an account is not known here', async () => {
    email = 'nobody@example.com'
    const page = await newPage()
    await page.goto(`${server.url}/login?siteId=${site.siteId}`)
    await signOn(page)
    await page.getByRole('alert').getByText('your account is not known here').waitFor()
    expect(await page.getByLabel('Site id').inputValue()).toBe(String(site.siteId))
    email = site.admin.email
    await signOn(page)
    await page.waitForURL('**/console/chats')
    await page.goto(`${server.url}/login?sso=unknown&siteId=${site.siteId}`)
    await page.getByRole('alert').getByText('your account is not known here').waitFor()
    await page.context().close()
  })
})
