import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { button, choose, field } from './panel-fields.ts'
import { describeLifeCycle } from './panel-life-cycle.ts'
import { dialog, focused, isWithoutBrowser, type PanelScene, setPanelScene } from './panel-scene.ts'

const conditions = [{ field: 'CurrentPageURL', operator: 'contains', value: '/pricing', order: 1 }] as const

describe.skipIf(isWithoutBrowser)('the Control Panel: segments', () => {
  let scene: PanelScene
  const api = () => scene.site.admin.api

  beforeAll(async () => {
    scene = await setPanelScene()
  })
  afterAll(() => scene?.close())

  const make = (name: string) => api().call('customerSegments.create', { body: { name, conditions: [...conditions] } })
  const names = async () => (await api().call('customerSegments.list')).map(({ name }) => name)

  describeLifeCycle(() => scene, {
    title: 'Segments',
    path: '/panel/segments',
    noun: 'segment',
    permission: 'Manage Settings',
    make,
    names,
    fill: (page) => page.getByLabel('Value of condition 1').fill('/pricing'),
  })

  test('a segment keeps its conditions', async () => {
    const page = await scene.visit('/panel/segments?open=new')
    await field(page, 'Name').fill('Regulars')
    await choose(page, 'Field of condition 1', 'Number of visits')
    await choose(page, 'Operator of condition 1', 'is more than')
    await page.getByLabel('Value of condition 1').fill('3')
    await button(page, 'Add segment').click()
    await dialog(page).waitFor({ state: 'detached' })
    const made = (await api().call('customerSegments.list')).find(({ name }) => name === 'Regulars')
    expect(made?.conditions).toMatchObject([{ field: 'Numberofvisits', operator: 'isMoreThan', value: '3' }])
  })

  test('an expression is put into words while it is typed, or told what is wrong with it', async () => {
    const page = await scene.visit('/panel/segments?open=new')
    await page.getByLabel('Value of condition 1').fill('/pricing')
    await button(page, 'Add condition').click()
    await choose(page, 'Field of condition 2', 'City')
    await page.getByLabel('Value of condition 2').fill('Oslo')
    await page.getByText('Expression', { exact: true }).click()
    await field(page, 'Expression').fill('1 and')
    await page.getByText('Put and, or and parentheses between the numbers').waitFor()
    await field(page, 'Expression').fill('1 or 3')
    await page.getByText('There is no condition 3.').waitFor()
    await field(page, 'Expression').fill('1')
    await page.getByText('Condition 2 is not used.').waitFor()
    await field(page, 'Expression').fill('1 or 2')
    await page.getByText('Current page contains “/pricing” or City is “Oslo”.').waitFor()
  })

  test('a segment without conditions is for everybody, and says so', async () => {
    const page = await scene.visit('/panel/segments?open=new')
    await page.getByRole('button', { name: 'Remove condition 1' }).click()
    await page.getByText('Without a condition it holds for every visitor.').waitFor()
  })

  test('a refused condition is marked', async () => {
    const page = await scene.visit('/panel/segments?open=new')
    await field(page, 'Name').fill('Nobody')
    await button(page, 'Add segment').click()
    await page.getByText("Parameter 'conditions[0].value' must not be empty").waitFor()
    expect(await page.getByLabel('Value of condition 1').getAttribute('aria-invalid')).toBe('true')
  })

  test('segments are put in order by arrow keys and by drag', async () => {
    for (const { id } of await api().call('customerSegments.list'))
      await api().call('customerSegments.delete', { params: { id } })
    for (const name of ['First', 'Second', 'Third']) await make(name)
    const page = await scene.visit('/panel/segments')
    await page.getByRole('button', { name: 'Move “Third”' }).focus()
    await page.keyboard.press('ArrowUp')
    await page.getByText('Third is now 2 of 3').waitFor()
    expect(await focused(page)).toBe('Move “Third”')
    await expect.poll(names).toEqual(['First', 'Third', 'Second'])

    const from = await page.getByRole('button', { name: 'Move “First”' }).boundingBox()
    const to = await page.getByRole('button', { name: 'Move “Second”' }).boundingBox()
    if (!from || !to) throw new Error('the handles are not shown')
    await page.mouse.move(from.x + 5, from.y + 5)
    await page.mouse.down()
    await page.mouse.move(from.x + 5, to.y + to.height, { steps: 8 })
    await page.mouse.up()
    await expect.poll(names).toEqual(['Third', 'Second', 'First'])
  })

  test('an order that is given up or cannot be saved is put back', async () => {
    for (const { id } of await api().call('customerSegments.list'))
      await api().call('customerSegments.delete', { params: { id } })
    for (const name of ['First', 'Second']) await make(name)
    const page = await scene.visit('/panel/segments')
    const shown = () =>
      page.getByRole('button', { name: /^Move/ }).evaluateAll((all) => all.map((each) => each.ariaLabel))
    const [before, after] = [
      ['Move “First”', 'Move “Second”'],
      ['Move “Second”', 'Move “First”'],
    ]
    const first = await page.getByRole('button', { name: 'Move “First”' }).boundingBox()
    if (!first) throw new Error('the handle is not shown')
    await page.mouse.move(first.x + 5, first.y + 5)
    await page.mouse.down()
    await page.mouse.move(first.x + 5, first.y + 120, { steps: 5 })
    await expect.poll(shown).toEqual(after)
    await page.keyboard.press('Escape')
    await expect.poll(shown).toEqual(before)
    await page.mouse.up()

    await page.route('**/customerSegments/*', (route) => route.abort())
    await page.getByRole('button', { name: 'Move “First”' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByText('The order was not saved').waitFor()
    await expect.poll(shown).toEqual(before)
    expect(await names()).toEqual(['First', 'Second'])
  })
})
