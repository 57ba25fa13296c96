// Draws every state of the widget, for looking at: `node apps/widget/test/screenshots.ts <directory>`.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Frame, type Page } from 'playwright-core'
import { BROWSER_ARGS, CHROMIUM, widgetFrame } from './browser.ts'
import { buildWidget } from './build-widget.ts'
import { FakeServer } from './fake/fake-server.ts'
import { installationCode, startHostSite } from './fake/host-site.ts'

const target = process.argv[2] ?? 'screenshots'
await mkdir(target, { recursive: true })
const dist = await buildWidget()
const browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGS })

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }
for (const [device, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const name = (state: string) => join(target, `${device}-${colorScheme}-${state}.png`)
    // At a device scale of 2, Chromium delivers clicks to the page instead of the iframe after a screenshot
    const context = await browser.newContext({ viewport, colorScheme, hasTouch: device === 'phone' })
    await draw(await context.newPage(), name)
    await context.close()
  }
}
await browser.close()

async function draw(page: Page, name: (state: string) => string): Promise<void> {
  const server = new FakeServer(dist)
  await server.start()
  const site = await startHostSite(installationCode(server.url, server.siteId, server.campaignId), server.url)
  const shot = async (state: string) => {
    // Let fades and fonts come to rest
    await page.waitForTimeout(350)
    await page.screenshot({ path: name(state) })
  }
  const fill = async (frame: Frame, label: string, value: string) => frame.getByLabel(label).fill(value)

  await page.goto(`${site.url}/demo/`)
  const frame = await widgetFrame(page)
  await frame.getByRole('button', { name: 'Open chat' }).waitFor()
  await shot('button')
  await frame.getByRole('button', { name: 'Open chat' }).click()
  await fill(frame, 'Name', 'Jo Winter')
  await fill(frame, 'E-mail', 'jo@')
  await frame.getByRole('button', { name: 'Start chat' }).click()
  await shot('pre-chat')
  await fill(frame, 'E-mail', 'jo@example.com')
  server.plan = 'queue'
  await frame.getByRole('button', { name: 'Start chat' }).click()
  await frame.getByText('You are number 3').waitFor()
  await shot('queue')
  await frame.getByLabel('Write a message').fill('Hi, is the oolong from this spring?')
  await frame.getByRole('button', { name: 'Send', exact: true }).click()
  await server.heard('chat.send')
  server.answer()
  server.say('Hello Jo, yes, it was picked on 19 April.')
  server.say('The harvest date is on every tin: https://example.com/harvest')
  await frame
    .getByLabel('Write a message')
    .fill('Lovely. Two tins then, and could you send them to a different address than last time?')
  await frame.getByRole('button', { name: 'Send', exact: true }).click()
  await server.heard('chat.send', ({ content }) => content.startsWith('Lovely'))
  server.type(true)
  await frame.getByText('Anna Berg is typing').waitFor()
  await shot('conversation')
  server.isDown = true
  server.drop()
  await frame.getByText('Connection lost').waitFor()
  await frame.getByLabel('Write a message').fill('It is Harbour Street 3')
  await frame.getByRole('button', { name: 'Send', exact: true }).click()
  await shot('connection-lost')
  server.isDown = false
  await server.heard('chat.send', ({ content }) => content.startsWith('It is'))
  await frame.getByRole('button', { name: 'Minimise' }).click()
  server.say(
    'Of course. I have changed the address on your order, and it leaves the warehouse this afternoon. Anything else?',
  )
  await frame.locator('.notice').waitFor()
  await shot('notice')
  await frame.getByRole('button', { name: 'Open chat' }).click()
  await frame.getByRole('button', { name: 'End chat' }).click()
  await shot('end-question')
  await frame.getByRole('button', { name: 'Keep chatting' }).click()
  server.end('agent')
  await frame.getByText('Anna Berg ended the chat').waitFor()
  await shot('rating')
  await frame.getByRole('button', { name: 'Very good' }).click()
  await shot('rated')
  await frame.getByRole('button', { name: 'New chat' }).click()
  await shot('start')
  server.setOnline(false)
  await frame.getByText('Leave us a message').waitFor()
  await shot('offline')
  await fill(frame, 'Message', 'Do you deliver to Norway?')
  await frame.getByRole('button', { name: 'Send message' }).click()
  await frame.getByText('Message sent').waitFor()
  await shot('thanks')
  await page.goto(`${site.url}/demo/product.html`)
  await shot('product')
  await site.close()
  await server.close()
}
