import { rm } from 'node:fs/promises'
import { type Browser, chromium, type Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, CHROMIUM } from './browser.ts'
import { buildWidget } from './build-widget.ts'
import { bubbles, composer, focusOn, openChat, type Scene, setScene, startChat, write } from './scene.ts'

describe.skipIf(!CHROMIUM)('the widget on a customer’s page', () => {
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

  describe('a chat', () => {
    test('goes from the form to an answer, and says what was sent', async () => {
      const frame = await scene.visit('/shop.html')
      await startChat(frame)
      await write(frame, 'Is there any oolong left?')
      await frame.getByText('Sent', { exact: true }).waitFor()
      scene.server.say('Three tins.')
      await frame.getByText('Three tins.').waitFor()
      expect(await bubbles(frame)).toEqual(['Is there any oolong left?', 'Three tins.'])
      expect(await scene.server.heard('chat.request')).toMatchObject({ name: 'Jo Winter' })
    })

    test('survives a reload with the window open: messages once, the draft kept, the focus left to the page', async () => {
      let frame = await scene.visit('/shop.html')
      await startChat(frame)
      await write(frame, 'First')
      await frame.getByText('Sent', { exact: true }).waitFor()
      await composer(frame).fill('half a sen')
      frame = await scene.visit('/shop.html')
      await composer(frame).waitFor()
      expect(await bubbles(frame)).toEqual(['First'])
      expect(await composer(frame).inputValue()).toBe('half a sen')
      expect(await frame.evaluate(() => document.hasFocus())).toBe(false)
    })

    test('goes on over another page with the window minimised, and counts what was not read', async () => {
      let frame = await scene.visit('/shop.html')
      await startChat(frame)
      await frame.getByRole('button', { name: 'Minimise' }).click()
      frame = await scene.visit('/second.html')
      await frame.getByRole('button', { name: 'Open chat' }).waitFor()
      scene.server.say('Are you still there?')
      await frame.getByRole('status').getByText('Are you still there?').waitFor()
      frame = await scene.visit('/shop.html')
      await frame.getByRole('button', { name: 'Open chat, 1 unread' }).click()
      await frame.getByRole('log').getByText('Are you still there?').waitFor()
      await frame.getByRole('button', { name: 'Minimise' }).click()
      await frame.getByRole('button', { name: 'Open chat', exact: true }).waitFor()
    })

    test('shows and stores a message once, though its acknowledgement and the line are lost', async () => {
      const { server } = scene
      const frame = await scene.visit('/shop.html')
      await startChat(frame)
      server.losesAcknowledgements = true
      await write(frame, 'Once')
      await server.heard('chat.send')
      server.losesAcknowledgements = false
      server.drop()
      await frame.getByText('Sent', { exact: true }).waitFor()
      server.say('Twice?')
      server.repeatLast()
      server.say('No.')
      await frame.getByText('No.').waitFor()
      expect(await bubbles(frame)).toEqual(['Once', 'Twice?', 'No.'])
      expect(server.chat?.events.filter(({ type }) => type === 'visitor')).toHaveLength(1)
    })

    test('sends what was written without a connection when there is one again, also after a reload', async () => {
      const { server } = scene
      let frame = await scene.visit('/shop.html')
      await startChat(frame)
      server.isDown = true
      server.drop()
      await frame.getByText('Connection lost').waitFor()
      await write(frame, 'One')
      await write(frame, 'Two')
      await frame.locator('.sending').nth(1).waitFor()
      frame = await scene.visit('/second.html')
      server.isDown = false
      await server.heard('chat.send', ({ content }) => content === 'Two')
      await frame.getByText('Two').waitFor()
      expect(await bubbles(frame)).toEqual(['One', 'Two'])
      expect(await frame.getByText('Connection lost').count()).toBe(0)
    })

    test('shows whatever is written as text, and follows web addresses only', async () => {
      const { server } = scene
      const frame = await scene.visit('/shop.html')
      server.agentName = '<img src=x onerror="parent.postMessage(1)">'
      await startChat(frame)
      const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script> javascript:alert(3) https://example.com/a'
      server.say(hostile)
      await frame.getByText('alert(3)').waitFor()
      expect(await bubbles(frame)).toEqual([hostile])
      expect(await frame.locator('img, script:not([src])').count()).toBe(0)
      const links = await frame.locator('.log a').evaluateAll((all) => all.map((link) => link.outerHTML))
      expect(links).toEqual([
        '<a href="https://example.com/a" target="_blank" rel="noopener noreferrer nofollow">https://example.com/a</a>',
      ])
    })

    test('that the agent ends is rated with one tap; a reload leaves it to be read', async () => {
      const { server } = scene
      let frame = await scene.visit('/shop.html')
      await startChat(frame)
      server.say('Good bye.')
      server.end('agent')
      await frame.getByText('Anna Berg ended the chat').waitFor()
      await focusOn(frame, 'h2')
      await frame.getByRole('button', { name: 'Good', exact: true }).click()
      await frame.getByLabel('Anything to add?').fill('Quick')
      await frame.getByRole('button', { name: 'Send', exact: true }).click()
      await server.heard('chat.rate', ({ comment }) => comment === 'Quick')
      expect(server.chat?.rating).toMatchObject({ grade: 4, comment: 'Quick' })
      frame = await scene.visit('/shop.html')
      await frame.getByText('The chat has ended').waitFor()
      expect(await bubbles(frame)).toEqual(['Good bye.'])
      await frame.getByRole('button', { name: 'New chat' }).click()
      await composer(frame).waitFor()
      expect(await bubbles(frame)).toEqual([])
    })

    test('is ended by the visitor only after a question', async () => {
      const frame = await scene.visit('/shop.html')
      await startChat(frame)
      await frame.getByRole('button', { name: 'End chat' }).click()
      await focusOn(frame, '.secondary')
      await frame.getByRole('button', { name: 'Keep chatting' }).click()
      await focusOn(frame, 'textarea')
      await frame.getByRole('button', { name: 'End chat' }).click()
      await frame.getByRole('alertdialog').getByRole('button', { name: 'End chat' }).click()
      await frame.getByText('You ended the chat').waitFor()
    })

    test('leaves a transcript to take along', async () => {
      const frame = await scene.visit('/shop.html')
      await startChat(frame)
      scene.server.say('Ünïcode & all')
      scene.server.end('agent')
      const download = scene.page.waitForEvent('download')
      await frame.getByRole('button', { name: 'Download transcript' }).click()
      const stream = await (await download).createReadStream()
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      expect(Buffer.concat(chunks).toString()).toContain('Anna Berg: Ünïcode & all')
    })
  })

  describe('nobody there', () => {
    test('offers a form, keeps what was typed, and says to which address the answer goes', async () => {
      const { campaign } = scene.server
      campaign.isOnline = false
      const departmentId = '00000000-0000-4000-8000-000000000001'
      campaign.departments = ['Sales', 'Support'].map((name, index) => ({
        id: departmentId.replace(/1$/, `${index + 1}`),
        name,
        isOnline: false,
      }))
      let frame = await scene.visit('/shop.html')
      await openChat(frame)
      await frame.getByRole('heading', { name: 'Leave us a message' }).waitFor()
      await frame.getByLabel('Message').fill('Do you deliver to Norway?')
      await frame.getByRole('button', { name: 'Send message' }).click()
      await focusOn(frame, '#name')
      expect(await frame.locator('#name').getAttribute('aria-invalid')).toBe('true')
      await frame.getByLabel('Name').fill('Jo')
      await frame.getByLabel('E-mail').fill('jo@example.com')
      frame = await scene.visit('/second.html')
      expect(await frame.getByLabel('Message').inputValue()).toBe('Do you deliver to Norway?')
      await frame.getByLabel('Department').selectOption({ label: 'Sales (away)' })
      await frame.getByRole('button', { name: 'Send message' }).click()
      await frame.getByText('We will answer to jo@example.com.').waitFor()
      expect(await scene.server.heard('message.leave')).toMatchObject({
        name: 'Jo',
        email: 'jo@example.com',
        message: 'Do you deliver to Norway?',
        departmentId,
      })
    })

    test('in time makes a message of what was written while waiting', async () => {
      const { server } = scene
      server.plan = 'queue'
      const frame = await scene.visit('/shop.html')
      await startChat(frame)
      await frame.getByText('You are number 3 in line').waitFor()
      await frame.getByText('About 4 minutes').waitFor()
      server.moveUp(1, 20)
      await frame.getByText('You are next in line').waitFor()
      await write(frame, 'Where is my parcel?')
      await server.heard('chat.send')
      server.end('system', 'refused')
      await frame.getByText('Nobody could take your chat').waitFor()
      expect(await frame.getByLabel('Message').inputValue()).toBe('Where is my parcel?')
    })

    test('soon enough: a message can be left instead', async () => {
      scene.server.plan = 'queue'
      const frame = await scene.visit('/shop.html')
      await startChat(frame)
      await frame.getByRole('button', { name: 'Leave a message instead' }).click()
      await scene.server.heard('chat.end')
      await frame.getByText('Leave us a message').waitFor()
      expect(await frame.getByLabel('Name').inputValue()).toBe('Jo Winter')
    })
  })

  describe('keyboard and focus', () => {
    test('Tab reaches the button, Enter opens, Escape minimises', async () => {
      const frame = await scene.visit('/shop.html')
      await frame.getByRole('button', { name: 'Open chat' }).waitFor()
      await tabInto(frame, '.chat-button')
      await scene.page.keyboard.press('Enter')
      await focusOn(frame, '#name')
      await scene.page.keyboard.press('Escape')
      await focusOn(frame, '.chat-button')
      expect(await frame.getByRole('dialog').count()).toBe(0)
    })

    test('who opens it from the page gets the focus back', async () => {
      const frame = await scene.visit('/shop.html')
      await frame.getByRole('button', { name: 'Open chat' }).waitFor()
      await scene.page.evaluate(() => {
        document.querySelector('#opener')?.addEventListener('click', () => window.Parley?.open())
      })
      await scene.page.locator('#opener').press('Enter')
      await focusOn(frame, '#name')
      await scene.page.keyboard.press('Escape')
      await scene.page.waitForFunction(() => document.activeElement?.id === 'opener')
    })

    test('the arrow keys go through the messages and show their times', async () => {
      const frame = await scene.visit('/shop.html')
      await startChat(frame)
      scene.server.say('One')
      scene.server.say('Two')
      await frame.getByText('Two').waitFor()
      await frame.getByRole('log').press('ArrowUp')
      await scene.page.keyboard.press('ArrowUp')
      const first = frame.locator('.bubble-line', { hasText: 'One' })
      await focusOn(frame, '.bubble')
      expect(await first.locator('.bubble:focus').count()).toBe(1)
      expect((await first.locator('.meta').boundingBox())?.height).toBeGreaterThan(10)
    })

    async function tabInto(frame: Frame, selector: string): Promise<void> {
      for (let presses = 0; presses < 10; presses++) {
        await scene.page.keyboard.press('Tab')
        if (await frame.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
      }
      throw new Error(`Tab does not reach ${selector}`)
    }
  })

  describe('the page around it', () => {
    test('tells its address, title and referrer, also when a script changes them', async () => {
      const { server, site, page } = scene
      const frame = await scene.visit('/shop.html')
      await frame.getByRole('button', { name: 'Open chat' }).waitFor()
      const { page: first } = await server.heard('visitor.hello')
      expect(first).toMatchObject({ url: `${site.url}/shop.html`, title: 'Page /shop.html' })
      await page.evaluate(() => {
        history.pushState({}, '', '/teas/oolong')
        document.title = 'Oolong'
      })
      const { page: second } = await server.heard('visitor.page')
      expect(second).toEqual({ url: `${site.url}/teas/oolong`, title: 'Oolong', referrer: `${site.url}/shop.html` })
    })

    test('keeps the visitor’s secret on its own origin, out of every address', async () => {
      const { server, page } = scene
      let frame = await scene.visit('/shop.html')
      await frame.getByRole('button', { name: 'Open chat' }).waitFor()
      frame = await scene.visit('/second.html')
      const { visitorToken } = await server.heard('visitor.hello', ({ visitorId }) => visitorId !== undefined)
      expect(visitorToken).toBeTruthy()
      expect(page.frames().some((one) => one.url().includes(visitorToken ?? ''))).toBe(false)
      expect(await frame.evaluate(() => document.cookie)).toBe('')
    })

    test('can say who the visitor is; then the form does not ask', async () => {
      const { server, page } = scene
      const frame = await scene.visit('/shop.html')
      await page.evaluate(() => {
        window.Parley?.set('name', 'Ann Lee')
        window.Comm100API?.set('livechat.customVariables', [{ name: 'cart', value: 42 }])
      })
      await openChat(frame)
      await write(frame, 'Hello')
      expect(await server.heard('chat.request')).toMatchObject({ name: 'Ann Lee' })
      await server.heard('visitor.variables', ({ variables }) =>
        variables.some(({ name, value }) => name === 'cart' && value === '42'),
      )
      await frame.getByText('Sent', { exact: true }).waitFor()
    })

    test('may wait for it, open and close it', async () => {
      const { page } = scene
      const frame = await scene.visit('/shop.html')
      await page.evaluate(() => new Promise<void>((ready) => window.Parley?.onReady(ready)))
      await page.evaluate(() => window.Parley?.open())
      await frame.getByRole('dialog').waitFor()
      await page.evaluate(() => window.Parley?.close())
      await frame.getByRole('button', { name: 'Open chat' }).waitFor()
    })

    test('may have a strict Content-Security-Policy', async () => {
      const frame = await scene.visit('/strict.html')
      await startChat(frame)
      const element = await frame.frameElement()
      expect(await element.boundingBox()).toMatchObject({ width: 380, height: 640 })
    })

    test('sees nothing of it when the visitor is banned', async () => {
      scene.server.isBanned = true
      const frame = await scene.visit('/shop.html')
      await scene.server.heard('visitor.hello')
      expect(await frame.getByRole('button').count()).toBe(0)
    })
  })

  test('a language that is written from right to left turns the window', async () => {
    scene.server.campaign.language = 'ar'
    const frame = await scene.visit('/shop.html')
    await openChat(frame)
    expect(await frame.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
      'rtl',
      'ar',
    ])
  })

  test('on a phone the window fills the screen, and the page behind it does not scroll', async () => {
    await scene.close()
    scene = await setScene(browser, dist, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    const frame = await scene.visit('/shop.html')
    await openChat(frame)
    await frame.getByRole('dialog').waitFor()
    const element = await frame.frameElement()
    expect(await element.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    expect(await scene.page.evaluate(() => document.documentElement.style.overflow)).toBe('hidden')
    await frame.getByRole('button', { name: 'Minimise' }).click()
    await frame.getByRole('button', { name: 'Open chat' }).waitFor()
    expect(await scene.page.evaluate(() => document.documentElement.style.overflow)).toBe('')
  })
})

/** What the loader adds to the page. */
interface PageApi {
  open(): void
  close(): void
  set(name: string, value: unknown): void
  onReady(call: () => void): void
}
declare global {
  interface Window {
    Parley?: PageApi
    Comm100API?: PageApi
  }
}
