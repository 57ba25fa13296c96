import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { button, choose, field } from './panel-fields.ts'
import { asksBeforeClosing, closed, isWithoutBrowser, type PanelScene, row, setPanelScene } from './panel-scene.ts'

describe.skipIf(isWithoutBrowser)('the Control Panel: campaigns and features', () => {
  let scene: PanelScene
  const api = () => scene.site.admin.api
  const params = () => ({ campaignId: scene.site.campaignId })
  const at = (tab: string) => `/panel/campaigns/${scene.site.campaignId}?tab=${tab}`

  beforeAll(async () => {
    scene = await setPanelScene()
  })
  afterAll(() => scene?.close())

  test('a campaign is added, renamed and deleted after a question that names it', async () => {
    const page = await scene.visit('/panel/campaigns')
    await page.getByRole('button', { name: 'Add campaign' }).first().click()
    await button(page, 'Add campaign').click()
    await page.getByText("Parameter 'name' is required.").waitFor()
    await field(page, 'Name').fill('Help centre')
    await button(page, 'Add campaign').click()
    await page.getByRole('heading', { level: 1, name: 'Help centre' }).waitFor()
    await page.getByText('<script').waitFor()
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.fill('Help desk')
    expect(await asksBeforeClosing(page)).toBe(true)
    await page.getByRole('tab', { name: 'Window' }).click()
    await page.getByText('Leave without saving?').waitFor()
    await button(page, 'Keep editing').click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('heading', { level: 1, name: 'Help desk' }).waitFor()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByText('Delete the campaign “Help desk”?').waitFor()
    await button(page, 'Delete campaign').click()
    await page.waitForURL(/\/panel\/campaigns$/)
    expect((await api().call('campaigns.list')).map((campaign) => campaign.name)).not.toContain('Help desk')
  })

  test('colour, pages and pre-chat greeting are saved', async () => {
    const page = await scene.visit(at('window'))
    await page.getByRole('textbox', { name: 'Colour' }).fill('#112233')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Window saved').waitFor()
    expect((await api().call('chatWindow.get', { params: params() })).color).toContain('112233')

    await page.getByRole('tab', { name: 'Button' }).click()
    await page.getByText('Only on these pages').click()
    await page.getByRole('combobox', { name: 'Domains' }).fill('shop.example')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Button saved').waitFor()
    const { isDomainRestrictionEnabled, allowedDomains } = await api().call('chatButton.get', { params: params() })
    expect([isDomainRestrictionEnabled, allowedDomains]).toEqual([true, ['shop.example']])

    await page.getByRole('tab', { name: 'Pre-chat' }).click()
    await page.getByLabel('Greeting').fill('Good to see you')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Pre-chat form saved').waitFor()
    expect((await api().call('preChat.get', { params: params() })).greetingMessage).toBe('Good to see you')
  })

  test('chats are routed to one department, which has to be named', async () => {
    const { id } = await api().call('departments.create', { body: { name: 'Wholesale' } })
    const page = await scene.visit(at('routing'))
    await page.getByLabel('All to the same').click()
    await page.getByRole('combobox', { name: 'Chats go to' }).click()
    await page.getByRole('option', { name: 'A department' }).click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText("Parameter 'routeToId' is required.").waitFor()
    await page.getByRole('combobox', { name: 'Department' }).click()
    await page.getByRole('option', { name: 'Wholesale' }).click()
    await page.getByRole('combobox', { name: 'Priority in the queue' }).click()
    await page.getByRole('option', { name: 'High', exact: true }).click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Routing saved').waitFor()
    const routing = await api().call('routing.get', { params: params() })
    expect(routing).toMatchObject({
      isEnable: true,
      type: 'simple',
      routeTo: 'department',
      routeToId: id,
      priority: 'high',
    })
  })

  test('rules are added, refused at the field, put in order and deleted', async () => {
    const rules = async () => (await api().call('customRules.list', { params: params() })).map(({ name }) => name)
    const page = await scene.visit(at('routing'))
    await page.getByLabel('By rules').click()
    for (const name of ['From Norway', 'From Sweden']) {
      await page.getByRole('button', { name: 'Add rule' }).click()
      await field(page, 'Name').fill(name)
      await choose(page, 'Field of condition 1', 'Country or region')
      await button(page, 'Add rule').click()
      await page.getByText("Parameter 'conditions[0].value' must not be empty").waitFor()
      await page.getByLabel('Value of condition 1').fill(name)
      await button(page, 'Add rule').click()
      await closed(page)
    }
    expect(await rules()).toEqual(['From Norway', 'From Sweden'])
    await page.getByRole('button', { name: 'Move “From Sweden”' }).focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(rules).toEqual(['From Sweden', 'From Norway'])
    await row(page, 'From Norway').click()
    await page.getByRole('button', { name: 'Delete From Norway' }).click()
    await button(page, 'Delete rule').click()
    await closed(page)
    expect(await rules()).toEqual(['From Sweden'])
  })

  test('auto distribution is saved, refused at the field, and asks before it is left', async () => {
    const page = await scene.visit('/panel/auto-distribution')
    await page.getByLabel('Round robin').click()
    const limit = page.getByRole('textbox', { name: 'Chats at once', exact: true })
    await limit.fill('0')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText(/^Parameter 'maxConcurrentChatsForAllAgents' must/).waitFor()
    await limit.fill('5')
    expect(await asksBeforeClosing(page)).toBe(true)
    await page.getByRole('link', { name: 'Bans' }).click()
    await page.getByText('Leave without saving?').waitFor()
    await button(page, 'Keep editing').click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Auto distribution saved').waitFor()
    expect(await api().call('autoDistribution.get')).toMatchObject({
      autoDistributionMethod: 'roundRobin',
      maxConcurrentChatsForAllAgents: 5,
    })
    expect(await asksBeforeClosing(page)).toBe(false)
  })

  test('a feature is switched at once, and back', async () => {
    const isMasking = async () => (await api().call('settings.get')).isCreditCardMaskingEnabled
    const before = await isMasking()
    const page = await scene.visit('/panel/settings')
    await page.getByText('Mask card numbers').click()
    await expect.poll(isMasking).toBe(!before)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(isMasking).toBe(before)
  })

  test('those who may not change campaigns, features and distribution can look at them', async () => {
    const agent = await scene.site.addAgent({ permissions: ['Accept Chats'] })
    for (const path of [at('window'), at('routing'), '/panel/settings', '/panel/auto-distribution']) {
      const page = await scene.visit(path, agent)
      await page.getByText('You can look at this.').first().waitFor()
      const enabled = page.getByRole('main').locator('input:enabled, textarea:enabled')
      expect([path, await enabled.count()]).toEqual([path, 0])
    }
  })
})
