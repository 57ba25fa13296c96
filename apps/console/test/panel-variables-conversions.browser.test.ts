import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { button, choose, field } from './panel-fields.ts'
import { describeLifeCycle } from './panel-life-cycle.ts'
import { closed, dialog, isWithoutBrowser, type PanelScene, row, setPanelScene } from './panel-scene.ts'

describe.skipIf(isWithoutBrowser)('the Control Panel: custom variables and conversions', () => {
  let scene: PanelScene
  const api = () => scene.site.admin.api

  beforeAll(async () => {
    scene = await setPanelScene()
  })
  afterAll(() => scene?.close())

  describeLifeCycle(() => scene, {
    title: 'Custom variables',
    path: '/panel/custom-variables',
    noun: 'custom variable',
    permission: 'Manage Custom Variable',
    make: (name) => api().call('customVariables.create', { body: { name, type: 'text' } }),
    names: async () => (await api().call('customVariables.list')).map(({ name }) => name),
  })

  describeLifeCycle(() => scene, {
    title: 'Conversions',
    path: '/panel/conversions',
    noun: 'conversion',
    permission: 'Manage Settings',
    make: (name) => api().call('conversionActions.create', { body: { name, type: 'api' } }),
    names: async () => (await api().call('conversionActions.list')).map(({ name }) => name),
    fill: (page) => field(page, 'Value').fill('/thank-you'),
  })

  test('a name that is taken is refused at the field', async () => {
    await api().call('customVariables.create', { body: { name: 'taken', type: 'text' } })
    const page = await scene.visit('/panel/custom-variables?open=new')
    await field(page, 'Name').fill('TAKEN')
    await choose(page, 'Type', 'Decimal number')
    await button(page, 'Add custom variable').click()
    await page.getByText("Parameter 'name' is already in use").waitFor()
    await field(page, 'Name').fill('basket')
    await field(page, 'Link').fill('https://crm.example/basket')
    await button(page, 'Add custom variable').click()
    await closed(page)
    const made = (await api().call('customVariables.list')).find(({ name }) => name === 'basket')
    expect(made).toMatchObject({ type: 'decimal', hyperlink: 'https://crm.example/basket' })
  })

  test('a pattern is checked while it is typed, and can be tried', async () => {
    const page = await scene.visit('/panel/conversions?open=new')
    await field(page, 'Name').fill('Order placed')
    await choose(page, 'The address', 'matches the pattern')
    await field(page, 'Value').fill('/thank-you/[0-9')
    await page.getByText('This is not a pattern yet').waitFor()
    await button(page, 'Add conversion').click()
    await page.getByText("Parameter 'value' must be a regular expression").waitFor()
    await field(page, 'Value').fill('/thank-you/[0-9]+$')
    await field(page, 'Try the pattern').fill('https://shop.example/thank-you/12')
    await page.getByText('It matches.').waitFor()
    await field(page, 'Try the pattern').fill('https://shop.example/thank-you')
    await page.getByText('It does not match.').waitFor()
    await button(page, 'Add conversion').click()
    await row(page, 'Page matches the pattern /thank-you/[0-9]+$').waitFor()
  })

  test('a conversion needs what its switches ask for', async () => {
    const page = await scene.visit('/panel/conversions?open=new')
    await field(page, 'Name').fill('Big order')
    await field(page, 'Value').fill('/thank-you')
    await dialog(page).getByText('It has a worth').click()
    await dialog(page).getByText('Only recent chats').click()
    await button(page, 'Add conversion').click()
    await page.getByText("Parameter 'assignedValueFromInputting' is required.").waitFor()
    await page.getByText("Parameter 'chatInLastDays' is required.").waitFor()
    await field(page, 'Worth').fill('25')
    await field(page, 'Days').fill('31')
    await button(page, 'Add conversion').click()
    await page.getByText("Parameter 'chatInLastDays' must").waitFor()
    await field(page, 'Days').fill('30')
    await button(page, 'Add conversion').click()
    await closed(page)
    const made = (await api().call('conversionActions.list')).find(({ name }) => name === 'Big order')
    expect(made).toMatchObject({ assignedValueFromInputting: 25, chatInLastDays: 30 })
  })

  test('programs are shown what to send, and a variable has to exist', async () => {
    await api().call('customVariables.create', { body: { name: 'plan', type: 'text' } })
    const page = await scene.visit('/panel/conversions?open=new')
    await field(page, 'Name').fill('Contract signed')
    await choose(page, 'It happens when', 'Your program says so')
    await page.getByText('"conversionName":"Contract signed"').waitFor()
    await choose(page, 'It happens when', 'A custom variable has a value')
    await dialog(page).getByRole('combobox', { name: 'Custom variable' }).fill('nothing')
    await field(page, 'Value').fill('gold')
    await button(page, 'Add conversion').click()
    await page.getByText("names 'nothing', which is no custom variable").waitFor()
    await dialog(page).getByRole('combobox', { name: 'Custom variable' }).fill('plan')
    await page.keyboard.press('Tab')
    await button(page, 'Add conversion').click()
    await row(page, 'plan contains gold').waitFor()
  })
})
