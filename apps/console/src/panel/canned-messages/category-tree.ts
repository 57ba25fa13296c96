import type { Category } from './canned-messages.queries.ts'
import { TOP } from './category-paths.ts'

/** A category as a line of the tree. */
export interface CategoryLine {
  readonly category: Category
  /** How far it lies below the top, beginning with 0. */
  readonly depth: number
  /** The category and all that lie inside it. */
  readonly ids: ReadonlySet<string>
}

/** The categories as a tree, line by line: each followed by those inside it, by name. */
export function categoryTree(categories: readonly Category[]): CategoryLine[] {
  const known = new Set(categories.map(({ id }) => id))
  // A parent that is gone, or not to be seen, must not hide what lies in it.
  const inside = (parent: string) =>
    categories
      .filter(({ id, parentId }) => (known.has(parentId ?? TOP) && parentId !== id ? parentId : TOP) === parent)
      .sort((a, b) => a.name.localeCompare(b.name))
  const lines = (parent: string, depth: number): CategoryLine[] =>
    inside(parent).flatMap((category) => {
      const below = lines(category.id, depth + 1)
      const ids = new Set([category.id, ...below.map((line) => line.category.id)])
      return [{ category, depth, ids }, ...below]
    })
  return lines(TOP, 0)
}
