import { startTestServer, TEST_PASSWORD, type TestServer, type TestSite } from '@parley/testing'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const ARGUMENTS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  )
/** A step that takes longer (ms) has failed. */
const STEP_LIMIT_MS = 10_000

describe.skipIf(process.env.PARLEY_SKIP_BROWSER_TESTS === '1')('the Control Panel', () => {
  let server: TestServer
  let site: TestSite
  let browser: Browser

  beforeAll(async () => {
    server = await startTestServer()
    site = await server.createSite()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS })
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** A browser of its own, signed in, on a page of the console. */
  async function open(path: string, email = site.admin.email): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    context.setDefaultTimeout(STEP_LIMIT_MS)
    const page = await context.newPage()
    await page.goto(`${server.url}${path}`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD)
    await page.getByLabel('Site id').fill(String(site.siteId))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  test('starts with the API base URL, the site id, a token request and the installation code', async () => {
    const page = await open('/panel')
    const { apiBaseUrl } = await site.admin.api.call('parley.workplace')
    await page.getByText(apiBaseUrl, { exact: true }).waitFor()
    await page.getByText(String(site.siteId), { exact: true }).waitFor()
    await page.getByText(`${apiBaseUrl}/adminwebservice/api/jwttoken/generate`).waitFor()
    await page.getByText('<script').waitFor()
    await page.context().close()
  })

  test('shows where one is in the list of pages, however far down that is', async () => {
    const page = await open('/panel/settings')
    const current = page.locator('nav [aria-current="page"]', { hasText: 'Features' })
    await current.waitFor()
    await page.setViewportSize({ width: 1280, height: 500 })
    await page.reload()
    await expect.poll(async () => (await current.boundingBox())?.y, { timeout: STEP_LIMIT_MS }).toBeLessThan(480)
    await page.context().close()
  })

  test('shows a refusal at the field it is about, in the words of the API', async () => {
    const page = await open('/panel/agents?open=new')
    await page.getByLabel('E-mail').fill('nonsense')
    await page.getByLabel('First name').fill('Zoe')
    await page.getByRole('dialog').getByRole('button', { name: 'Add agent' }).click()
    await page.getByText("Parameter 'lastName' is required.").waitFor()
    await page.getByLabel('Last name').fill('Quist')
    await page.getByRole('dialog').getByRole('button', { name: 'Add agent' }).click()
    await page.getByText(/^Parameter 'email'/).waitFor()
    await page.context().close()
  })

  test('adds an agent, changes and deletes them', async () => {
    const page = await open('/panel/agents')
    await page.getByRole('button', { name: 'Add agent' }).click()
    await page.getByLabel('E-mail').fill('zoe@example.com')
    await page.getByLabel('First name').fill('Zoe')
    await page.getByLabel('Last name').fill('Quist')
    await page.getByLabel('Password', { exact: true }).fill('a-long-enough-password')
    await page.getByRole('dialog').getByRole('button', { name: 'Add agent' }).click()
    await page.getByRole('cell', { name: /zoe@example.com/ }).click()
    await page.getByLabel('Title').fill('Support lead')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const { agents } = await site.admin.api.call('agents.list', { query: { keywords: 'zoe' } })
    expect(agents).toMatchObject([{ email: 'zoe@example.com', title: 'Support lead', lastName: 'Quist' }])

    await page.getByRole('button', { name: /^Actions for Zoe/ }).click()
    await page.getByRole('menuitem', { name: /^Delete/ }).click()
    await page.getByRole('button', { name: 'Delete agent' }).click()
    await page.getByRole('cell', { name: /zoe@example.com/ }).waitFor({ state: 'detached' })
    expect((await site.admin.api.call('agents.list', { query: { keywords: 'zoe' } })).count).toBe(0)
    await page.context().close()
  })

  test('saves permissions in the matrix, and leaves the administrators theirs', async () => {
    const role = await site.admin.api.call('roles.create', { body: { name: 'Team lead' } })
    const page = await open('/panel/roles?view=permissions')
    await page.getByLabel('Team lead: View Reports').check()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Permissions saved').waitFor()
    expect((await site.admin.api.call('roles.get', { params: { id: role.id } })).permissionIds).toEqual([209])
    expect(await page.getByLabel('Administrators: View Reports').isDisabled()).toBe(true)
    await page.context().close()
  })

  test('asks before unsaved changes are left behind, one layer at a time', async () => {
    await site.admin.api.call('departments.create', { body: { name: 'Wholesale' } })
    const page = await open('/panel/departments')
    await page.getByRole('cell', { name: /Wholesale/ }).click()
    await page.getByLabel('Name').fill('Wholesale and export')
    await page.keyboard.press('Escape')
    await page.getByText('Leave without saving?').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Leave without saving?').waitFor({ state: 'detached' })
    expect(await page.getByLabel('Name').inputValue()).toBe('Wholesale and export')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Leave' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('names the permission to those who lack it', async () => {
    const agent = await site.addAgent({ email: 'no-rights@example.com' })
    const page = await open('/panel/agents', agent.email)
    await page.getByText('“Manage Agent & Agent Roles”').waitFor()
    expect(await page.getByRole('button', { name: 'Add agent' }).count()).toBe(0)
    await page.context().close()
  })

  test('has a report whose address is the whole view', async () => {
    const page = await open('/console/reports/chat-volume?range=7d&group=24*7Distribution&compare=0')
    await page.getByText('No chats in this period').waitFor()
    expect(await page.getByRole('combobox', { name: 'By' }).inputValue()).toBe('Hour of week')
    await page.getByRole('button', { name: /^Dates/ }).click()
    await page.getByRole('option', { name: /^Last month/ }).click()
    await page.waitForURL(/range=last-month/)
    await page.context().close()
  })
})
