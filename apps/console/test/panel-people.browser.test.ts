import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeLifeCycle } from './panel-life-cycle.ts'
import type { PanelScene } from './panel-scene.ts'
import { asksBeforeClosing, closed, dialog, focused, isWithoutBrowser, row, setPanelScene } from './panel-scene.ts'

describe.skipIf(isWithoutBrowser)('the Control Panel: agents and roles', () => {
  let scene: PanelScene
  const api = () => scene.site.admin.api

  beforeAll(async () => {
    scene = await setPanelScene()
  })
  afterAll(() => scene?.close())

  const makeAgent = (lastName: string) =>
    api().call('agents.create', {
      body: { email: `${lastName.toLowerCase()}@example.com`, firstName: 'Ines', lastName },
    })

  describeLifeCycle(() => scene, {
    title: 'Roles & permissions',
    path: '/panel/roles',
    noun: 'role',
    permission: 'Manage Agent & Agent Roles',
    make: (name) => api().call('roles.create', { body: { name } }),
    names: async () => (await api().call('roles.list')).map(({ name }) => name),
  })

  test('the matrix of permissions asks before ticked boxes are left by a link', async () => {
    const role = await api().call('roles.create', { body: { name: 'Ticked' } })
    const page = await scene.visit('/panel/roles?view=permissions')
    await page.getByLabel('Ticked: Manage Contacts').check()
    expect(await asksBeforeClosing(page)).toBe(true)
    const menu = page.getByRole('navigation', { name: 'Control Panel' })
    await menu.getByRole('link', { name: 'Departments' }).click()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    expect(await page.getByLabel('Ticked: Manage Contacts').isChecked()).toBe(true)
    await menu.getByRole('link', { name: 'Departments' }).click()
    await page.getByRole('button', { name: 'Leave' }).click()
    await page.getByRole('heading', { level: 1, name: 'Departments' }).waitFor()
    expect((await api().call('roles.get', { params: { id: role.id } })).permissionIds).toEqual([])
  })

  describe('Agents', () => {
    test('adds one with a role and a permission of their own, and shows what they hold together', async () => {
      const role = await api().call('roles.create', { body: { name: 'Reader of reports', permissionIds: [209] } })
      const page = await scene.visit('/panel/agents')
      await page.getByRole('button', { name: 'Add agent' }).click()
      await page.getByLabel('E-mail').fill('nora@example.com')
      await page.getByLabel('First name').fill('Nora')
      await page.getByLabel('Last name').fill('Vik')
      await page.getByRole('tab', { name: 'Roles & departments' }).click()
      await page.getByRole('combobox', { name: 'Roles' }).click()
      await page.getByRole('option', { name: 'Reader of reports' }).click()
      await page.getByRole('tab', { name: 'Permissions' }).click()
      await page.getByText('from Reader of reports').waitFor()
      await page.getByLabel('Search permissions').fill('contacts')
      await page.getByLabel('Manage Contacts').check()
      await page.getByText(/1 is of this agent alone/).waitFor()
      await dialog(page).getByRole('button', { name: 'Add agent' }).click()
      await row(page, 'Nora Vik').waitFor()
      const [nora] = (await api().call('agents.list', { query: { keywords: 'nora' } })).agents
      expect(nora).toMatchObject({ permissionIds: [102], roleIds: expect.arrayContaining([role.id]) })
    })

    test('brings the field that was refused to the front, whichever tab is open', async () => {
      const page = await scene.visit('/panel/agents?open=new')
      await page.getByRole('tab', { name: 'Permissions' }).click()
      await dialog(page).getByRole('button', { name: 'Add agent' }).click()
      await page.getByText("Parameter 'email' is required.").waitFor()
      await expect
        .poll(() => page.getByLabel('E-mail').evaluate((input) => input === document.activeElement))
        .toBe(true)
    })

    test('finds on the server, in the address, and leads through the pages', async () => {
      await Promise.all(Array.from({ length: 27 }, (_, index) => makeAgent(`Crowd${String(index).padStart(2, '0')}`)))
      const page = await scene.visit('/panel/agents?search=crowd')
      await page.getByText('1–25 of 27').waitFor()
      await page.getByRole('button', { name: 'Page 2' }).click()
      await page.getByText('26–27 of 27').waitFor()
      expect(new URL(page.url()).searchParams.get('page')).toBe('2')
      await page.getByRole('searchbox').fill('Crowd07')
      await page.getByText('1–1 of 1').waitFor()
      expect(new URL(page.url()).searchParams.has('page')).toBe(false)
      await page.goto(`${scene.server.url}/panel/agents?search=crowd&page=9`)
      await page.getByRole('button', { name: 'To the first page' }).click()
      await page.getByText('1–25 of 27').waitFor()
    })

    test('changes one, asks before changes are left, and gives the focus back', async () => {
      await makeAgent('Unsaved')
      const page = await scene.visit('/panel/agents?search=unsaved')
      await row(page, 'Ines Unsaved').focus()
      await page.keyboard.press('Enter')
      await page.getByLabel('Title').fill('Lead')
      expect(await asksBeforeClosing(page)).toBe(true)
      await page.goBack()
      await page.getByText('Leave without saving?').waitFor()
      await page.getByRole('button', { name: 'Keep editing' }).click()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await closed(page)
      await expect.poll(() => focused(page)).toContain('Ines Unsaved')
    })

    test('says in the question why the last administrator stays', async () => {
      const page = await scene.visit(`/panel/agents?open=${scene.site.admin.agentId}`)
      await dialog(page).getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: 'Delete…' }).click()
      await page.getByRole('button', { name: 'Delete agent' }).click()
      await dialog(page, 'will be signed out at once').getByRole('alert').waitFor()
    })

    test('says that an agent is gone to whoever follows an old link', async () => {
      const page = await scene.visit('/panel/agents?open=999999')
      await dialog(page, 'This is not here any more').waitFor()
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
      await page.keyboard.press('Escape')
      await closed(page)
    })

    test('deactivates at once, and takes it back', async () => {
      const { id } = await makeAgent('Resting')
      const page = await scene.visit('/panel/agents?search=resting')
      await page.getByRole('button', { name: 'Actions for Ines Resting' }).click()
      await page.getByRole('menuitem', { name: 'Deactivate' }).click()
      await row(page, 'Deactivated').waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await row(page, 'Deactivated').waitFor({ state: 'detached' })
      expect((await api().call('agents.get', { params: { id } })).isActive).toBe(true)
    })

    test('says that the server cannot be reached, and shows the list once it can', async () => {
      const page = await scene.visit('/panel/departments')
      await page.route('**/globalSettings/agents?*', (route) => route.abort())
      await page.getByRole('link', { name: 'Agents', exact: true }).click()
      await page.getByText('The server could not be reached').waitFor()
      await page.unroute('**/globalSettings/agents?*')
      await page.getByRole('button', { name: 'Try again' }).click()
      await row(page, scene.site.admin.email).waitFor()
    })
  })
})
