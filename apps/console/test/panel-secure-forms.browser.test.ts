import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { button, choose, field } from './panel-fields.ts'
import { describeLifeCycle } from './panel-life-cycle.ts'
import { asksBeforeClosing, dialog, isWithoutBrowser, type PanelScene, setPanelScene } from './panel-scene.ts'

const text = (name: string) => ({ name, displayName: `The ${name}`, type: 'text', isVisible: true }) as const

describe.skipIf(isWithoutBrowser)('the Control Panel: secure forms', () => {
  let scene: PanelScene
  const api = () => scene.site.admin.api

  beforeAll(async () => {
    scene = await setPanelScene()
  })
  afterAll(() => scene?.close())

  describeLifeCycle(() => scene, {
    title: 'Secure forms',
    path: '/panel/secure-forms',
    noun: 'secure form',
    permission: 'Manage Security',
    make: (name) => api().call('secureForms.create', { body: { name } }),
    names: async () => (await api().call('secureForms.list')).map(({ name }) => name),
  })

  test('fields are added, refused at the field, changed and deleted', async () => {
    const { id } = await api().call('secureForms.create', { body: { name: 'Payment' } })
    const fields = async () => (await api().call('secureForms.get', { params: { id } })).fields
    const page = await scene.visit(`/panel/secure-forms?open=${id}`)
    await page.getByRole('button', { name: 'Add field' }).click()
    await field(page, 'Label').fill('Card number')
    expect(await field(page, 'Name').inputValue()).toBe('cardNumber')
    await choose(page, 'Kind', 'One of a list')
    await button(page, 'Add field').click()
    await page.getByText("Parameter 'options' is required").waitFor()
    await choose(page, 'Kind', 'Card number')
    await button(page, 'Add field').click()
    await page.getByRole('button', { name: 'Change Card number' }).click()
    expect(await fields()).toMatchObject([{ name: 'cardNumber', type: 'cardNumber', isVisible: true }])

    await dialog(page).last().getByText('Required', { exact: true }).click()
    await button(page, 'Save field').click()
    await page.getByText('· required').waitFor()
    expect(await fields()).toMatchObject([{ name: 'cardNumber', isRequired: true }])

    await page.getByRole('button', { name: 'Delete Card number' }).click()
    await page.getByText('Delete the field “Card number”?').waitFor()
    await button(page, 'Delete field').click()
    await page.getByText('None yet.').waitFor()
    expect(await fields()).toEqual([])
  })

  test('fields are put in order by arrow keys', async () => {
    const body = { name: 'Ordered', fields: [text('first'), text('second'), text('third')] }
    const { id } = await api().call('secureForms.create', { body })
    const page = await scene.visit(`/panel/secure-forms?open=${id}`)
    await page.getByRole('button', { name: 'Move “The first”' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByText('The first is now 2 of 3').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByText('The first is now 3 of 3').waitFor()
    const names = async () => (await api().call('secureForms.get', { params: { id } })).fields.map(({ name }) => name)
    await expect.poll(names).toEqual(['second', 'third', 'first'])
  })

  test('a changed field asks before it is left, and leaves the form open', async () => {
    const { id } = await api().call('secureForms.create', { body: { name: 'Guarded', fields: [text('one')] } })
    const page = await scene.visit(`/panel/secure-forms?open=${id}`)
    await page.getByRole('button', { name: 'Change The one' }).click()
    await field(page, 'Label').fill('The only one')
    expect(await asksBeforeClosing(page)).toBe(true)
    await page.keyboard.press('Escape')
    await button(page, 'Keep editing').click()
    await page.getByText('Leave without saving?').waitFor({ state: 'detached' })
    expect(await field(page, 'Label').inputValue()).toBe('The only one')
    await button(page, 'Cancel').click()
    await button(page, 'Leave').click()
    await page.getByRole('button', { name: 'Change The one' }).waitFor()
    expect(await asksBeforeClosing(page)).toBe(false)
  })
})
