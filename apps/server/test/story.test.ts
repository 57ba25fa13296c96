import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSite } from '@parley/testing'
import { type Browser, chromium, type Frame, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const ARGUMENTS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  )

const QUESTION = 'Is the Darjeeling still in stock? <b>I hope so</b>'
const ANSWER = 'Yes, three tins are left.'
/** A step that takes longer (ms) has failed. */
const STEP_LIMIT_MS = 10_000

describe.skipIf(process.env.PARLEY_SKIP_BROWSER_TESTS === '1')('the first chat, from end to end', () => {
  let server: TestServer
  let site: TestSite
  let browser: Browser
  let shop: Server
  let shopUrl: string

  beforeAll(async () => {
    server = await startTestServer()
    site = await server.createSite()
    const { code } = await site.admin.api.call('installationCode.get', { params: { campaignId: site.campaignId } })
    // a page of a customer: another origin, nothing but the installation code
    shop = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<!doctype html><title>Shop</title><h1>Shop</h1>${code}`)
    })
    await new Promise<void>((ready) => shop.listen(0, '127.0.0.1', ready))
    shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/tea`
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS })
  })

  afterAll(async () => {
    await browser?.close()
    shop?.closeAllConnections()
    shop?.close()
    await server?.close()
  })

  test('a visitor asks in the widget, an agent answers in the console, the API and the report know of it', async () => {
    const agent = await signIn()
    const { page: visitor, widget } = await openWidget()

    await widget.getByLabel('Name').fill('Maria')
    await widget.getByLabel(/e-?mail/i).fill('maria@example.com')
    await widget.getByRole('button', { name: /start/i }).click()
    await widget.getByLabel('Write a message').fill(QUESTION)
    await visitor.keyboard.press('Enter')

    await agent.getByText('Maria', { exact: true }).first().click()
    await agent.getByText(QUESTION).last().waitFor()
    await agent.getByPlaceholder('Answer Maria').fill(ANSWER)
    await agent.keyboard.press('Enter')
    await widget.getByText(ANSWER).waitFor()

    // the chat is still there after the visitor has gone to another page
    await visitor.goto(`${shopUrl}/next`)
    const after = await widgetOf(visitor)
    await after.getByText(ANSWER).waitFor()
    expect(await after.getByText(QUESTION).count()).toBe(1)

    await agent.getByRole('button', { name: /^end/i }).first().click()
    await confirmEnd(agent)
    await after
      .getByRole('radio')
      .or(after.getByRole('button', { name: /excellent|great|good|5/i }))
      .first()
      .waitFor()

    const { chats } = await site.admin.api.call('chats.list', {})
    expect(chats).toHaveLength(1)
    const [chat] = chats
    expect(chat).toMatchObject({
      status: 'normal',
      campaignId: site.campaignId,
      agentIds: [site.admin.agentId],
      requestingPageURL: shopUrl,
    })
    const said = chat?.messages.filter(({ type }) => type !== 'system').map(({ type, content }) => [type, content])
    expect(said).toEqual([
      ['visitor', QUESTION],
      ['agent', ANSWER],
    ])

    const today = new Date().toISOString().slice(0, 10)
    const rows = await site.admin.api.call('reports.chatVolume', {
      query: { timeFrom: `${today}T00:00:00Z`, timeTo: `${today}T23:59:59Z`, group: 'day' },
    })
    expect(rows.map(({ chatRequests, chats: answered }) => [chatRequests, answered])).toEqual([[1, 1]])
  }, 90_000)

  async function signIn(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(STEP_LIMIT_MS)
    const page = await context.newPage()
    await page.goto(`${server.url}/console`)
    await page.getByLabel('E-mail').fill(site.admin.email)
    await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD)
    await page.getByLabel('Site id').fill(String(site.siteId))
    await page.keyboard.press('Enter')
    await page.getByText('All quiet').waitFor()
    return page
  }

  async function openWidget(): Promise<{ page: Page; widget: Frame }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    context.setDefaultTimeout(STEP_LIMIT_MS)
    const page = await context.newPage()
    await page.goto(shopUrl)
    const widget = await widgetOf(page)
    await widget.getByRole('button', { name: /chat/i }).click()
    return { page, widget }
  }
})

/** The widget's frame, which hides in a closed shadow root. */
async function widgetOf(page: Page): Promise<Frame> {
  const isWidget = (frame: Frame) => frame.url().includes('/widget/app/')
  const found = page.frames().find(isWidget)
  const frame = found ?? (await page.waitForEvent('framenavigated', { predicate: isWidget }))
  await frame.getByRole('button').first().waitFor()
  return frame
}

async function confirmEnd(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').getByRole('button', { name: /end/i })
  await dialog.first().click()
}
