import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { asksBeforeClosing, closed, dialog, focused, type PanelScene, row } from './panel-scene.ts'

/** A page of the Control Panel with a list of named things. */
export interface ListPage {
  /** The page as the menu calls it. */
  readonly title: string
  readonly path: string
  /** One of the things inside a sentence: “department”. */
  readonly noun: string
  /** What reading the list takes; left out when everybody may. */
  readonly permission?: string
  /** Makes one through the API. */
  readonly make: (name: string) => Promise<unknown>
  /** The names of all there are, through the API. */
  readonly names: () => Promise<readonly string[]>
  /** Fills in what a new one needs besides its name. */
  readonly fill?: (page: Page) => Promise<unknown>
  /** The field of the name, and what the API calls it. */
  readonly field?: { readonly label: string; readonly property: string }
  /** Ends the question when one of them is deleted: “Delete role”. */
  readonly confirm?: string
}

/** What every list of the Control Panel promises. */
export function describeLifeCycle(sceneOf: () => PanelScene, list: ListPage): void {
  const { title, path, noun, field = { label: 'Name', property: 'name' } } = list
  const add = `Add ${noun}`
  const at = (more: Record<string, string>) => `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(more)}`
  const nameIn = (page: Page) => dialog(page).getByRole('textbox', { name: field.label }).first()

  describe(title, () => {
    test('adds one by keyboard, says at the field what is missing, and shows it in the list', async () => {
      const page = await sceneOf().visit(path)
      await page.getByRole('button', { name: add }).first().focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: add }).waitFor()
      await nameIn(page).press('Enter')
      await dialog(page).getByText(`Parameter '${field.property}' is required.`).waitFor()
      expect(await nameIn(page).evaluate((input) => input === document.activeElement)).toBe(true)
      await nameIn(page).fill('Brand new')
      await list.fill?.(page)
      await dialog(page).getByRole('button', { name: add }).click()
      await row(page, 'Brand new').waitFor()
      expect(await list.names()).toContain('Brand new')
    })

    test('finds by words that stay in the address', async () => {
      await list.make('Findable one')
      await list.make('Another one')
      const page = await sceneOf().visit(path)
      await page.getByRole('searchbox').first().fill('findable')
      await row(page, 'Another one').waitFor({ state: 'detached' })
      await row(page, 'Findable one').waitFor()
      await page.waitForURL(/search=findable/)
      await page.reload()
      await row(page, 'Findable one').waitFor()
      expect(await row(page, 'Another one').count()).toBe(0)
      await page.getByRole('button', { name: 'Clear the search' }).click()
      await row(page, 'Another one').waitFor()
    })

    test('changes one, asks before changes are left, and gives the focus back', async () => {
      await list.make('Old words')
      const page = await sceneOf().visit(path)
      await row(page, 'Old words').focus()
      await page.keyboard.press('Enter')
      await nameIn(page).fill('Half a tho')
      expect(await asksBeforeClosing(page)).toBe(true)
      for (const leave of [() => page.keyboard.press('Escape'), () => page.goBack()]) {
        await leave()
        await page.getByText('Leave without saving?').waitFor()
        await page.getByRole('button', { name: 'Keep editing' }).click()
        await page.getByText('Leave without saving?').waitFor({ state: 'detached' })
        expect(await nameIn(page).inputValue()).toBe('Half a tho')
      }
      await nameIn(page).fill('New words')
      await dialog(page).getByRole('button', { name: 'Save changes' }).click()
      await closed(page)
      await row(page, 'New words').waitFor()
      await expect.poll(() => focused(page)).toContain('New words')
      const names = await list.names()
      expect([names.includes('New words'), names.includes('Old words')]).toEqual([true, false])
    })

    test('deletes one after a question that names it', async () => {
      await list.make('Bound to go')
      const page = await sceneOf().visit(path)
      await row(page, 'Bound to go').click()
      await page.getByRole('button', { name: 'Delete Bound to go' }).click()
      await dialog(page, '“Bound to go”').getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'Delete Bound to go' }).click()
      await page.getByRole('button', { name: list.confirm ?? `Delete ${noun}` }).click()
      await row(page, 'Bound to go').waitFor({ state: 'detached' })
      expect(await list.names()).not.toContain('Bound to go')
      // A link to what is gone would open nothing.
      await page.waitForURL((url) => !url.searchParams.has('open'))
    })

    if (list.permission) {
      test('is not in the menu of those who lack the permission, and names it to them', async () => {
        const { site } = sceneOf()
        const agent = await site.addAgent({ permissions: [] })
        const page = await sceneOf().visit(at({ open: 'new' }), agent)
        await page.getByText(`“${list.permission}”`).first().waitFor()
        const menu = page.getByRole('navigation', { name: 'Control Panel' })
        await menu.getByRole('link', { name: 'Start' }).waitFor()
        expect(await menu.getByRole('link', { name: title, exact: true }).count()).toBe(0)
        expect(await page.getByRole('button', { name: add }).count()).toBe(0)
        expect(await dialog(page).count()).toBe(0)
      })
    }
  })
}
