import { connectVisitor } from '@parley/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { button, choose, field } from './panel-fields.ts'
import { asksBeforeClosing, closed, isWithoutBrowser, type PanelScene, row, setPanelScene } from './panel-scene.ts'

describe.skipIf(isWithoutBrowser)('the Control Panel: bans and webhooks', () => {
  let scene: PanelScene
  const api = () => scene.site.admin.api

  beforeAll(async () => {
    scene = await setPanelScene()
  })
  afterAll(() => scene?.close())

  test('a range of addresses is banned, found, changed and set free', async () => {
    const page = await scene.visit('/panel/bans')
    await page.getByRole('button', { name: 'Add ban' }).first().click()
    await choose(page, 'Kind', 'Address range')
    await field(page, 'From').fill('198.51.100.9')
    await field(page, 'To').fill('198.51.100.2')
    await page.getByText('The end comes before the beginning.').waitFor()
    await button(page, 'Add ban').click()
    await page.getByText("Parameter 'ipRangeTo' must not come before").waitFor()
    await field(page, 'From').fill('198.51.100.0/24')
    await field(page, 'Reason').fill('A whole office')
    expect(await field(page, 'To').inputValue()).toBe('198.51.100.255')
    await page.getByText('256 addresses.').waitFor()
    await button(page, 'Add ban').click()
    await closed(page)

    await page.getByLabel('Search bans').fill('office')
    await page.waitForURL(/search=office/)
    await row(page, '198.51.100.0 – 198.51.100.255').click()
    await field(page, 'Reason').fill('Two offices')
    expect(await asksBeforeClosing(page)).toBe(true)
    await page.goBack()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    await button(page, 'Save changes').click()
    await closed(page)
    const range = { type: 'ipRange', ipRangeFrom: '198.51.100.0', ipRangeTo: '198.51.100.255', comment: 'Two offices' }
    expect(await api().call('bans.list')).toMatchObject([range])

    await row(page, 'Two offices').click()
    await page.getByRole('button', { name: /^Delete 198/ }).click()
    await page.getByText('Delete the ban “198.51.100.0 – 198.51.100.255”?').waitFor()
    await button(page, 'Delete ban').click()
    await row(page, 'Two offices').waitFor({ state: 'detached' })
    expect(await api().call('bans.list')).toEqual([])
  })

  test('a visitor is banned by name', async () => {
    const visitor = await connectVisitor({
      url: scene.server.url,
      siteId: scene.site.siteId,
      campaignId: scene.site.campaignId,
      page: { url: 'https://shop.example/', title: 'Shop' },
    })
    await visitor.leaveMessage({ name: 'Rude Person', email: 'rude@example.com', message: 'Hm' })
    const page = await scene.visit('/panel/bans?open=new')
    await button(page, 'Add ban').click()
    await page.getByText("Parameter 'ip' is required.").waitFor()
    await choose(page, 'Kind', 'Visitor')
    await page.getByRole('combobox', { name: 'Visitor' }).fill('rude')
    await page.getByRole('option', { name: /Rude Person/ }).click()
    await button(page, 'Add ban').click()
    await row(page, 'Rude Person').waitFor()
    const bans = await api().call('bans.list')
    expect(bans.filter(({ type }) => type === 'visitor')).toMatchObject([{ visitorId: visitor.visitorId }])
    await visitor.close()
  })

  test('a webhook is added, found, changed and deleted', async () => {
    const page = await scene.visit('/panel/webhooks')
    await page.getByRole('button', { name: 'Add webhook' }).first().click()
    await choose(page, 'When', 'A chat is requested')
    await button(page, 'Add webhook').click()
    await page.getByText("Parameter 'targetUrl' is required.").waitFor()
    await field(page, 'Target address').fill('http://localhost/hook')
    await button(page, 'Add webhook').click()
    await page.getByText("Parameter 'targetUrl' must not lead to a private").waitFor()
    await field(page, 'Target address').fill('https://crm.example/hook')
    await button(page, 'Add webhook').click()
    await closed(page)

    await page.getByLabel('Search webhooks').fill('crm')
    await row(page, 'A chat is requested').click()
    await choose(page, 'When', 'A chat is wrapped up')
    expect(await asksBeforeClosing(page)).toBe(true)
    await page.goBack()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    await button(page, 'Save changes').click()
    await closed(page)
    const changed = { event: 'chatWrappedUp', targetUrl: 'https://crm.example/hook' }
    expect(await api().call('webhooks.list')).toMatchObject([changed])

    await row(page, 'A chat is wrapped up').click()
    await page.getByRole('button', { name: 'Delete A chat is wrapped up' }).click()
    await page.getByText('https://crm.example/hook is no longer called.').waitFor()
    await button(page, 'Delete webhook').click()
    await row(page, 'A chat is wrapped up').waitFor({ state: 'detached' })
    expect(await api().call('webhooks.list')).toEqual([])
  })

  test.each([
    ['/panel/bans', 'Add ban', 'Manage Ban List'],
    ['/panel/webhooks', 'Add webhook', 'Manage Integration'],
  ])('%s is closed to those who lack the permission, and names it', async (path, add, permission) => {
    const agent = await scene.site.addAgent({ permissions: ['Accept Chats'] })
    const page = await scene.visit(path, agent)
    await page.getByText(`“${permission}”`).waitFor()
    expect(await page.getByRole('button', { name: add }).count()).toBe(0)
  })
})
