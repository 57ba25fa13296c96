import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeLifeCycle } from './panel-life-cycle.ts'
import { closed, dialog, isWithoutBrowser, type PanelScene, row, setPanelScene } from './panel-scene.ts'

/** As a category's parent: none. */
const TOP = '00000000-0000-0000-0000-000000000000'

describe.skipIf(isWithoutBrowser)('the Control Panel: canned messages and away statuses', () => {
  let scene: PanelScene
  const api = () => scene.site.admin.api

  beforeAll(async () => {
    scene = await setPanelScene()
  })
  afterAll(() => scene?.close())

  const inCategory = (name: string, categoryId = TOP) =>
    api().call('publicCannedMessages.create', { body: { name, message: `${name} in full.`, categoryId } })

  describeLifeCycle(() => scene, {
    title: 'Canned messages',
    path: '/panel/canned-messages',
    noun: 'canned message',
    permission: 'Manage Public Canned Messages',
    make: inCategory,
    names: async () => (await api().call('publicCannedMessages.list')).map(({ name }) => name),
    fill: (page) => dialog(page).getByRole('textbox', { name: 'Message' }).fill('Good day, and welcome.'),
  })

  describeLifeCycle(() => scene, {
    title: 'Away statuses',
    path: '/panel/away-statuses',
    noun: 'away status',
    permission: 'Manage Custom Away Status',
    make: (name) => api().call('agentAwayStatuses.create', { body: { name } }),
    names: async () => (await api().call('agentAwayStatuses.list')).map(({ name }) => name),
  })

  test('the tree shows what lies in a category and below it, and new messages begin there', async () => {
    const make = (name: string, parentId: string) =>
      api().call('publicCannedMessageCategories.create', { body: { name, parentId } })
    const sales = await make('Sales', TOP)
    const prices = await make('Prices', sales.id)
    await inCategory('Opening hours')
    await inCategory('Rebates', prices.id)
    const page = await scene.visit('/panel/canned-messages')
    await page.getByRole('button', { name: 'Sales', exact: false }).click()
    await row(page, 'Opening hours').waitFor({ state: 'detached' })
    await row(page, 'Rebates').waitFor()
    expect(new URL(page.url()).searchParams.get('category')).toBe(sales.id)
    await page.getByRole('button', { name: 'Add canned message' }).click()
    expect(await page.getByRole('combobox', { name: 'Category' }).inputValue()).toBe('Sales')
  })

  test('says in the question why a category with messages stays', async () => {
    const { id } = await api().call('publicCannedMessageCategories.create', { body: { name: 'Full', parentId: TOP } })
    await inCategory('Inside of it', id)
    const page = await scene.visit('/panel/canned-messages?view=categories')
    await row(page, 'Full').click()
    await page.getByRole('button', { name: 'Delete Full' }).click()
    await page.getByRole('button', { name: 'Delete category' }).click()
    await dialog(page, 'Delete the category')
      .getByRole('alert')
      .getByText(/in use/)
      .waitFor()
  })

  test('keeps the agent’s own messages apart from those of everybody', async () => {
    const agent = await scene.site.addAgent({ permissions: ['Manage Private Canned Messages'] })
    const page = await scene.visit('/panel/canned-messages', agent)
    await page.getByRole('button', { name: 'Add canned message' }).first().click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Only mine')
    await dialog(page).getByRole('textbox', { name: 'Message' }).fill('For my eyes.')
    await dialog(page).getByRole('button', { name: 'Add canned message' }).click()
    await closed(page)
    await row(page, 'Only mine').waitFor()
    expect((await agent.api.call('privateCannedMessages.list')).map(({ name }) => name)).toEqual(['Only mine'])
    expect(await page.getByText('Shared').count()).toBe(0)
    const menu = page.getByRole('navigation', { name: 'Control Panel' })
    await menu.getByRole('link', { name: 'Canned messages' }).waitFor()
  })

  test('says in the question which shift an away status is needed by', async () => {
    const { id } = await api().call('agentAwayStatuses.create', { body: { name: 'Siesta' } })
    const hours = { dayOfWeek: 'monday', startTime: '09:00', endTime: '13:00', awayStatusId: id } as const
    await api().call('shifts.create', { body: { name: 'Southern', timeZone: 'UTC', workingHours: [hours] } })
    const page = await scene.visit('/panel/away-statuses')
    await row(page, 'Siesta').click()
    await page.getByRole('button', { name: 'Delete Siesta' }).click()
    await page.getByRole('button', { name: 'Delete away status' }).click()
    await dialog(page, 'Delete the away status')
      .getByRole('alert')
      .getByText(/'Southern'/)
      .waitFor()
    await page.getByRole('button', { name: 'Cancel' }).last().click()
    expect(await row(page, 'Siesta').count()).toBe(1)
  })

  test('the built-in away status can be looked at only', async () => {
    const page = await scene.visit('/panel/away-statuses')
    await row(page, 'Built in').click()
    expect(await dialog(page).getByRole('textbox', { name: 'Name' }).isDisabled()).toBe(true)
    expect(
      await dialog(page)
        .getByRole('button', { name: /^(Delete|Save)/ })
        .count(),
    ).toBe(0)
  })
})
