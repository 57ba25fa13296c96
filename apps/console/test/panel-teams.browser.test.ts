import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeLifeCycle } from './panel-life-cycle.ts'
import { closed, dialog, isWithoutBrowser, type PanelScene, setPanelScene } from './panel-scene.ts'

describe.skipIf(isWithoutBrowser)('the Control Panel: departments and shifts', () => {
  let scene: PanelScene
  const api = () => scene.site.admin.api

  beforeAll(async () => {
    scene = await setPanelScene()
  })
  afterAll(() => scene?.close())

  describeLifeCycle(() => scene, {
    title: 'Departments',
    path: '/panel/departments',
    noun: 'department',
    permission: 'Manage Departments',
    make: (name) => api().call('departments.create', { body: { name } }),
    names: async () => (await api().call('departments.list')).map(({ name }) => name),
  })

  describeLifeCycle(() => scene, {
    title: 'Shifts',
    path: '/panel/shifts',
    noun: 'shift',
    permission: 'Manage Security',
    make: (name) => api().call('shifts.create', { body: { name, timeZone: 'UTC' } }),
    names: async () => (await api().call('shifts.list')).map(({ name }) => name),
  })

  test('a shift’s day is copied to Monday to Friday, and a day is made free', async () => {
    const { id } = await api().call('shifts.create', {
      body: {
        name: 'Mornings',
        timeZone: 'UTC',
        workingHours: [{ dayOfWeek: 'monday', startTime: '06:30', endTime: '11:00' }],
      },
    })
    const page = await scene.visit(`/panel/shifts?open=${id}`)
    await page.getByText('4.5 h a week').waitFor()
    await page.getByRole('button', { name: 'More for Monday' }).click()
    await page.getByRole('menuitem', { name: 'Copy to Monday–Friday' }).click()
    await page.getByText('22.5 h a week').waitFor()
    await page.getByRole('button', { name: 'More for Friday' }).click()
    await page.getByRole('menuitem', { name: 'Make it a day off' }).click()
    await page.getByRole('button', { name: 'Add holiday' }).click()
    await page.getByLabel('Date of holiday 1').fill('2027-01-01')
    await page.getByLabel('Name of holiday 1').fill('New Year')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await closed(page)
    const shift = await api().call('shifts.get', { params: { id } })
    expect(shift.workingHours.map(({ dayOfWeek, startTime }) => `${dayOfWeek} ${startTime}`)).toEqual(
      ['monday', 'tuesday', 'wednesday', 'thursday'].map((day) => `${day} 06:30`),
    )
    expect(shift.holidays).toMatchObject([{ name: 'New Year', date: '2027-01-01' }])
  })

  test('says at its row what is wrong with a holiday', async () => {
    const page = await scene.visit('/panel/shifts?open=new')
    await page.getByRole('textbox', { name: 'Name' }).first().fill('With a day of no date')
    await page.getByRole('button', { name: 'Add holiday' }).click()
    await page.getByLabel('Date of holiday 1').fill('')
    await dialog(page).getByRole('button', { name: 'Add shift' }).click()
    await page.getByText(/^Parameter 'holidays\[0\]\.date'/).waitFor()
    expect(await page.getByLabel('Date of holiday 1').getAttribute('aria-invalid')).toBe('true')
    expect((await api().call('shifts.list')).map(({ name }) => name)).not.toContain('With a day of no date')
  })

  test('says below the week which hours cannot be', async () => {
    const page = await scene.visit('/panel/shifts?open=new')
    await page.getByRole('textbox', { name: 'Name' }).first().fill('No time at all')
    await page.getByLabel('Monday: to').fill('09:00')
    await dialog(page).getByRole('button', { name: 'Add shift' }).click()
    await dialog(page)
      .getByRole('alert')
      .getByText(/09:00 on monday/)
      .waitFor()
  })
})
