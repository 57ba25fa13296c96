import { connectAgent, connectVisitor } from '@parley/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PanelScene } from './panel-scene.ts'
import { asksBeforeClosing, closed, dialog, focused, isWithoutBrowser, row, setPanelScene } from './panel-scene.ts'

describe.skipIf(isWithoutBrowser)('the Control Panel: contacts', () => {
  let scene: PanelScene
  const api = () => scene.site.admin.api
  const make = (name: string) => api().call('contacts.create', { body: { name } })

  beforeAll(async () => {
    scene = await setPanelScene()
  })
  afterAll(() => scene?.close())

  test('adds one, and stays open for the addresses, which are checked at their field', async () => {
    const page = await scene.visit('/panel/contacts?open=new')
    await dialog(page).getByRole('button', { name: 'Add contact' }).click()
    await page.getByText("Parameter 'name' is required.").waitFor()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada Byron')
    await dialog(page).getByRole('button', { name: 'Add contact' }).click()
    await page.getByRole('textbox', { name: 'Address' }).fill('no address')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText(/must be an e-mail address/).waitFor()
    await page.getByRole('textbox', { name: 'Address' }).fill('ada@example.com')
    await page.getByRole('textbox', { name: 'Address' }).press('Enter')
    await page.getByRole('button', { name: 'Remove ada@example.com' }).waitFor()
    const { contacts } = await api().call('contacts.list', { query: { keywords: 'ada@example' } })
    expect(contacts.map(({ name }) => name)).toEqual(['Ada Byron'])
  })

  test('shows the newest first, leads through the pages, and finds on the server', async () => {
    await Promise.all(Array.from({ length: 27 }, (_, index) => make(`Crowd ${index}`)))
    await make('Crowd, the latest')
    const page = await scene.visit('/panel/contacts?search=crowd')
    await page.getByText('1–25 of 28').waitFor()
    expect(await page.getByRole('row').nth(1).textContent()).toContain('Crowd, the latest')
    await page.getByRole('button', { name: 'Page 2' }).click()
    await page.getByText('26–28 of 28').waitFor()
    await page.reload()
    await page.getByText('26–28 of 28').waitFor()
    await page.getByRole('searchbox').fill('latest')
    await page.getByText('1–1 of 1').waitFor()
    await page.getByRole('searchbox').fill('nobody of that name')
    await page.getByText('Nobody matches').waitFor()
  })

  test('changes one, asks before changes are left, and gives the focus back', async () => {
    await make('Grace Hopper')
    const page = await scene.visit('/panel/contacts?search=grace')
    await row(page, 'Grace Hopper').focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Company').fill('Navy')
    expect(await asksBeforeClosing(page)).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByText('Leave without saving?').waitFor()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await closed(page)
    await row(page, 'Navy').waitFor()
    await expect.poll(() => focused(page)).toContain('Grace Hopper')
  })

  test('shows the chats of a contact, which open their transcript', async () => {
    const { id } = await make('Radia Perlman')
    await api().call('contactIdentities.create', {
      body: { contactId: id, type: 'email', value: 'radia@example.com', name: 'Radia' },
    })
    await chatAs(scene, 'radia@example.com', 'My tree does not span')
    const page = await scene.visit(`/panel/contacts?open=${id}`)
    await page.getByRole('tab', { name: 'Chats' }).click()
    await page.getByRole('button', { name: /My tree does not span/ }).click()
    await dialog(page, 'Transcript').getByText('My tree does not span').waitFor()
  })

  test('deletes one after a question that names them', async () => {
    await make('Bound to go')
    const page = await scene.visit('/panel/contacts?search=bound')
    await row(page, 'Bound to go').click()
    await page.getByRole('button', { name: 'Delete Bound to go' }).click()
    await dialog(page, 'Delete the contact “Bound to go”?').getByRole('button', { name: 'Delete contact' }).click()
    await page.getByText('Nobody matches').waitFor()
    expect((await api().call('contacts.list', { query: { keywords: 'bound' } })).count).toBe(0)
  })

  test('can be looked at, and not changed, without the permission', async () => {
    const { id } = await make('Read only')
    const agent = await scene.site.addAgent({ permissions: ['Accept Chats'] })
    const page = await scene.visit(`/panel/contacts?search=read+only&open=${id}`, agent)
    await dialog(page).getByText('“Manage Contacts”').waitFor()
    expect(await dialog(page).getByRole('textbox', { name: 'Name', exact: true }).isDisabled()).toBe(true)
    expect(
      await dialog(page)
        .getByRole('button', { name: /^(Save|Delete|Add)/ })
        .count(),
    ).toBe(0)
    await page.getByRole('tab', { name: 'Chats' }).click()
    await page.getByText('No chats yet').waitFor()
    await dialog(page).getByRole('button', { name: 'Close' }).first().click()
    await closed(page)
    expect(await page.getByRole('button', { name: 'Add contact' }).count()).toBe(0)
    const menu = page.getByRole('navigation', { name: 'Control Panel' })
    expect(await menu.getByRole('link', { name: 'Agents' }).count()).toBe(0)
  })
})

/** A visitor with the address says something to the administrator, and leaves. */
async function chatAs({ server, site }: PanelScene, email: string, words: string): Promise<void> {
  const agent = await connectAgent({ url: server.url, token: site.admin.token })
  await agent.setStatus('Online')
  const page = { url: 'https://shop.example/', title: 'Shop' }
  const visitor = await connectVisitor({ url: server.url, siteId: site.siteId, campaignId: site.campaignId, page })
  const chat = await visitor.startChat({ name: 'Somebody', email })
  await chat.send(words)
  await chat.end()
  await Promise.all([visitor.close(), agent.close()])
}
