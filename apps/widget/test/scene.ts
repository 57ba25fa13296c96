import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { widgetFrame } from './browser.ts'
import { FakeServer } from './fake/fake-server.ts'
import { type HostSite, installationCode, startHostSite } from './fake/host-site.ts'

/** A step that takes longer (ms) has failed. */
const STEP_LIMIT_MS = 10_000

/** A server, a customer's site and a browser on it. */
export interface Scene {
  readonly server: FakeServer
  readonly site: HostSite
  readonly page: Page
  /** What the page and the iframe complained about. */
  readonly faults: string[]
  /** Goes to a page of the site, and into the widget on it. */
  visit(path: string): Promise<Frame>
  close(): Promise<void>
}

/** Sets the scene; nothing is open yet. */
export async function setScene(browser: Browser, dist: string, options: BrowserContextOptions = {}): Promise<Scene> {
  const server = new FakeServer(dist)
  await server.start()
  const site = await startHostSite(installationCode(server.url, server.siteId, server.campaignId), server.url)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  context.setDefaultTimeout(STEP_LIMIT_MS)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text())) faults.push(message.text())
  })
  return {
    server,
    site,
    page,
    faults,
    async visit(path) {
      await page.goto(`${site.url}${path}`)
      return widgetFrame(page)
    },
    async close() {
      await context.close()
      await site.close()
      await server.close()
    },
  }
}

/** Opens the window. */
export async function openChat(frame: Frame): Promise<void> {
  await frame.getByRole('button', { name: 'Open chat' }).click()
}

/** Opens the window and gets through the form, to the agent or into the queue. */
export async function startChat(frame: Frame, name = 'Jo Winter'): Promise<void> {
  await openChat(frame)
  await frame.getByLabel('Name').fill(name)
  await frame.getByRole('button', { name: 'Start chat' }).click()
  await frame.getByText(/In chat with you|in line/).waitFor()
}

/** Writes a message and sends it. */
export async function write(frame: Frame, text: string): Promise<void> {
  await composer(frame).fill(text)
  await composer(frame).press('Enter')
}

/** Where the visitor writes. */
export const composer = (frame: Frame) => frame.getByRole('textbox', { name: 'Write a message' })

/** The texts of all bubbles, in order. */
export const bubbles = (frame: Frame) => frame.locator('.group .bubble').allInnerTexts()

/** Waits until the iframe's focus is on what the selector finds. */
export async function focusOn(frame: Frame, selector: string): Promise<void> {
  await frame.waitForFunction((wanted) => document.hasFocus() && document.activeElement?.matches(wanted), selector)
}
