import { type Actor, startTestServer, TEST_PASSWORD, type TestServer, type TestSite } from '@parley/testing'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const ARGUMENTS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  )
/** A step that takes longer (ms) has failed. */
const STEP_LIMIT_MS = 10_000

/** Set where no browser can be started. */
export const isWithoutBrowser = process.env.PARLEY_SKIP_BROWSER_TESTS === '1'

/** A Parley with a site, and a browser in which its agents open the Control Panel. */
export interface PanelScene {
  readonly server: TestServer
  readonly site: TestSite
  /** A page of the console in the agent's own browser; the administrator's unless told. */
  visit(path: string, who?: Actor): Promise<Page>
  close(): Promise<void>
}

/** Starts server, site and browser. */
export async function setPanelScene(): Promise<PanelScene> {
  const server = await startTestServer()
  const site = await server.createSite()
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS })
  const contexts = new Map<string, BrowserContext>()
  return {
    server,
    site,
    async visit(path, who = site.admin) {
      const context = contexts.get(who.email) ?? (await signIn(browser, server, who))
      contexts.set(who.email, context)
      for (const page of context.pages()) await page.close()
      const page = await context.newPage()
      await page.goto(`${server.url}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

async function signIn(browser: Browser, server: TestServer, who: Actor): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  context.setDefaultTimeout(STEP_LIMIT_MS)
  const page = await context.newPage()
  await page.goto(`${server.url}/login`)
  await page.getByLabel('E-mail').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD)
  await page.getByLabel('Site id').fill(String(who.siteId))
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
  return context
}

/** The row of a list that holds the words. */
export function row(page: Page, words: string): Locator {
  return page.getByRole('row').filter({ hasText: words })
}

/** The drawer or question that is open. */
export function dialog(page: Page, words?: string | RegExp): Locator {
  const all = page.getByRole('dialog')
  return words === undefined ? all : all.filter({ hasText: words })
}

/** Waits until no drawer is open. */
export async function closed(page: Page): Promise<void> {
  await page.getByRole('dialog').first().waitFor({ state: 'detached' })
}

/** Whether the browser would ask before the tab is closed. */
export function asksBeforeClosing(page: Page): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
}

/** What has the focus, by its accessible name or text. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })
}
