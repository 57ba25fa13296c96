import type { Locator, Page } from 'playwright-core'
import { dialog } from './panel-scene.ts'

/** A text field of the drawer or question that was opened last, by its label. */
export function field(page: Page, name: string): Locator {
  return dialog(page).last().getByRole('textbox', { name, exact: true })
}

/** A button of the drawer or question that was opened last. */
export function button(page: Page, name: string): Locator {
  return dialog(page).last().getByRole('button', { name, exact: true })
}

/** Chooses from the list that opens below a field. */
export async function choose(page: Page, name: string, option: string | RegExp): Promise<void> {
  await dialog(page).last().getByRole('combobox', { name, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}
