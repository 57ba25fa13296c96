import { existsSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'

/** The browser to test with; undefined where none may be used. */
export const CHROMIUM = process.env.PARLEY_SKIP_BROWSER_TESTS
  ? ''
  : ([process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path)) ?? '')

/** Headless, without sandbox (containers) and without traffic of its own. */
export const BROWSER_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The widget's frame on a page, as soon as it is there. Its shadow root is closed to everybody else. */
export async function widgetFrame(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().includes('/widget/app/'))
  for (;;) {
    const frame = find()
    if (frame) return frame
    await page.waitForEvent('framenavigated')
  }
}
