import { rm } from 'node:fs/promises'
import { type Browser, chromium, type Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, CHROMIUM } from './browser.ts'
import { buildWidget } from './build-widget.ts'
import { openChat, type Scene, setScene } from './scene.ts'

describe.skipIf(!CHROMIUM)('the button as the campaign wants it', () => {
  let dist: string
  let browser: Browser
  let scene: Scene

  beforeAll(async () => {
    dist = await buildWidget()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGS })
  })
  afterAll(async () => {
    await browser?.close()
    await rm(dist, { recursive: true })
  })
  beforeEach(async () => {
    scene = await setScene(browser, dist)
  })
  afterEach(async () => {
    await scene.close()
    expect(scene.faults).toEqual([])
  })

  /** How far the middle of the button is from the right and the bottom of the page. */
  const place = async (frame: Frame) => {
    const box = await (await frame.frameElement()).boundingBox()
    const size = scene.page.viewportSize()
    if (!box || !size) throw new Error('the widget is not there')
    return [size.width - box.x - box.width / 2, size.height - box.y - box.height / 2]
  }

  test('stands where it is said, also on a phone, in a colour of its own', async () => {
    Object.assign(scene.server.campaign, { buttonColor: '#b91c1c', buttonOffsets: [40, 100, 5, 60] })
    const frame = await scene.visit('/shop.html')
    const button = frame.getByRole('button', { name: 'Open chat' })
    await button.waitFor()
    expect(await place(frame)).toEqual([40 + 28, 100 + 28])
    const colour = () =>
      frame
        .locator('button[data-first]')
        .first()
        .evaluate((one) => getComputedStyle(one).backgroundColor)
    expect(await colour()).toBe('rgb(185, 28, 28)')
    await scene.page.setViewportSize({ width: 400, height: 800 })
    await expect.poll(() => place(frame)).toEqual([5 + 28, 60 + 28])
  })

  test('hides while nobody is there, if it is to, and comes back', async () => {
    const { server } = scene
    Object.assign(server.campaign, { isHiddenOffline: true, isOnline: false })
    const iframe = await (await scene.visit('/shop.html')).frameElement()
    const isShown = () => iframe.isVisible()
    await server.heard('visitor.hello')
    expect(await isShown()).toBe(false)
    server.setOnline(true)
    await expect.poll(isShown).toBe(true)
    server.setOnline(false)
    await expect.poll(isShown).toBe(false)
  })

  test('does not hide a window that is open', async () => {
    const { server } = scene
    Object.assign(server.campaign, { isHiddenOffline: true })
    const frame = await scene.visit('/shop.html')
    await openChat(frame)
    server.setOnline(false)
    await frame.getByRole('button', { name: 'Minimise' }).waitFor()
    expect(await (await frame.frameElement()).isVisible()).toBe(true)
  })
})
