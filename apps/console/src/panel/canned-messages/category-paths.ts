import type { Category } from './canned-messages.queries.ts'

/** As a category's parent: none. */
export const TOP = '00000000-0000-0000-0000-000000000000'

/** A category with the way to it: “Sales / Prices”. */
export interface CategoryChoice {
  readonly value: string
  readonly label: string
}

/** The way to a category from the top, as words. */
export function categoryPath(id: string | null, categories: readonly Category[]): string {
  const names: string[] = []
  const seen = new Set<string>()
  let current = categories.find((each) => each.id === id)
  while (current && !seen.has(current.id)) {
    seen.add(current.id)
    names.unshift(current.name)
    const { parentId } = current
    current = categories.find((each) => each.id === parentId)
  }
  return names.join(' / ')
}

/** All places a message or category can lie in, by their way; those inside `without` are left out. */
export function categoryChoices(categories: readonly Category[], without?: string): CategoryChoice[] {
  const lies = (each: Category): boolean => {
    if (each.id === without) return true
    const above = categories.find(({ id }) => id === each.parentId)
    return above !== undefined && above !== each && lies(above)
  }
  const choices = categories
    .filter((each) => !without || !lies(each))
    .map(({ id }) => ({ value: id, label: categoryPath(id, categories) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return [{ value: TOP, label: 'No category' }, ...choices]
}
