// npm run screenshots [-- --variants <folder>]: starts a Parley with demo data, plays a short chat between the widget and an
// agent, and draws the README's pictures; with --variants also each of them in both themes, on a desktop and on a phone.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { connectVisitor, login, ParleyApi } from '@parley/client'
import { type Browser, chromium, type Frame, type Page } from 'playwright-core'
import { type OwnServer, startOwnServer } from '../bench/src/shared/own-server.ts'
import { ensureBuilds } from './setup.mjs'

const TARGET = resolve(import.meta.dirname, '../docs/screenshots')
const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }
/** Until fades, fonts and charts have come to rest (ms). */
const SETTLE_MS = 900
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const { values: options } = parseArgs({ options: { variants: { type: 'string' } } })

/** What is drawn: a page as it stands, or after going to an address. */
interface Picture {
  readonly name: string
  readonly page: Page
  readonly path?: string
}

async function main(): Promise<void> {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path))
  if (!executablePath) throw new Error('There is no Chromium: run "apt-get install -y chromium", or set CHROMIUM.')
  await ensureBuilds()
  const server = await startOwnServer({ PARLEY_DEMO: '1' })
  try {
    const browser = await chromium.launch({ executablePath, args: ARGS })
    // the name that the server itself puts into the installation code
    const named = { ...server, url: server.url.replace('127.0.0.1', 'localhost') }
    await play(named, browser).finally(() => browser.close())
  } finally {
    await server.stop()
  }
}

async function play(server: OwnServer, browser: Browser): Promise<void> {
  const api = new ParleyApi({ url: server.url, token: await login(server) })
  await api.call('agents.updateMe', { body: { firstName: 'Mia', lastName: 'Berg', displayName: 'Mia Berg' } })
  const desk = await openConsole(server, browser)
  const others = await otherVisitors(server, api)
  const shop = await (await browser.newContext({ viewport: DESKTOP })).newPage()
  await chat(shop, desk, server.url)
  const pictures: Picture[] = [
    { name: 'widget', page: shop },
    { name: 'agent-console', page: desk },
    { name: 'control-panel', page: desk, path: `${server.url}/panel` },
    { name: 'report', page: desk, path: `${server.url}/console/reports` },
  ]
  for (const picture of pictures) await draw(picture)
  for (const visitor of others) await visitor.close()
}

/** The agent's desk: signed in, Online, nothing open yet. */
async function openConsole({ url, email, password }: OwnServer, browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: DESKTOP })).newPage()
  await page.goto(`${url}/login`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /Status and account/ }).click()
  await page.getByRole('menuitem', { name: /^Online/ }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /You are Online/ }).waitFor()
  return page
}

/** Two more chats for the list. */
async function otherVisitors(server: OwnServer, api: ParleyApi) {
  const [campaign] = await api.call('campaigns.list')
  if (!campaign) throw new Error('The demo site has no campaign')
  const said = { 'Jonas Weber': 'My parcel arrived, but one tin is dented.', 'Priya Nair': 'Do you ship to Norway?' }
  return Promise.all(
    Object.entries(said).map(async ([name, text]) => {
      const { url, siteId } = server
      const page = { url: `${url}/demo/product.html`, title: 'Tea of the month' }
      const visitor = await connectVisitor({ url, siteId, campaignId: campaign.id, page })
      const running = await visitor.startChat({ name, email: `${name.split(' ')[0]?.toLowerCase()}@example.com` })
      await running.send(text)
      return visitor
    }),
  )
}

/** The first sentence of the README: a question in the widget, an answer in the console. */
async function chat(shop: Page, desk: Page, url: string): Promise<void> {
  await shop.goto(`${url}/demo/`)
  const widget = await widgetFrame(shop)
  await widget.getByRole('button', { name: /^Open chat/ }).click()
  await widget.getByLabel('Name').fill('Jo Winter')
  await widget.getByLabel('E-mail').fill('jo@example.com')
  await widget.getByRole('button', { name: 'Start chat' }).click()
  const write = async (text: string) => {
    await widget.getByLabel('Write a message').fill(text)
    await widget.getByRole('button', { name: 'Send', exact: true }).click()
    await desk.getByText(text).last().waitFor()
  }
  const answer = async (text: string) => {
    await desk.getByLabel('Answer Jo Winter').fill(text)
    await desk.keyboard.press('Enter')
    await widget.getByText(text).waitFor()
  }
  await widget.getByLabel('Write a message').fill('Hi, is the oolong from this spring?')
  await widget.getByRole('button', { name: 'Send', exact: true }).click()
  await desk.getByRole('button', { name: 'Not now' }).click()
  await desk.getByText('Jo Winter').first().click()
  await answer('Hello Jo, yes. It was picked on 19 April and packed last week.')
  await answer('The harvest date is on every tin.')
  await write('Lovely. Two tins then. Can you send them to another address than last time?')
  await answer('Of course. Where should they go?')
  await write('Harbour Street 3, 5003 Bergen')
}

/** The widget's frame, as soon as it is there. Its shadow root is closed, so it is found by its address. */
async function widgetFrame(page: Page): Promise<Frame> {
  for (;;) {
    const frame = page.frames().find((one) => one.url().includes('/widget/app/'))
    if (frame) return frame
    await page.waitForEvent('framenavigated')
  }
}

async function draw({ name, page, path }: Picture): Promise<void> {
  if (path) await page.goto(path, { waitUntil: 'networkidle' })
  await shot(page, join(TARGET, `${name}.png`))
  if (!options.variants) return
  for (const [device, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await shot(page, join(resolve(options.variants), `${name}-${device}-${colorScheme}.png`))
    }
  }
  await page.setViewportSize(DESKTOP)
  await page.emulateMedia({ colorScheme: 'light' })
}

async function shot(page: Page, path: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true })
  await page.waitForTimeout(SETTLE_MS)
  await page.screenshot({ path, animations: 'disabled' })
  console.log(path)
}

await main()
