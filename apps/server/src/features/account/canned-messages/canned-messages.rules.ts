import type { Work } from '../../../context.ts'
import { inUse } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { lockSite } from '../site/site.repo.ts'
import { holdCategory, isCategoryUsed, listParents, type Shelf } from './canned-messages.repo.ts'

/** As a category's id: none, the top. */
export const TOP = '00000000-0000-0000-0000-000000000000'

/** Throws 400 unless the property names a category of the shelf, or the top. */
export async function checkCategory(work: Work, shelf: Shelf, property: string, id: string | null): Promise<void> {
  if (id === null || id === TOP || (await holdCategory(work.tx, shelf, id))) return
  throw invalid(property, `names ${id}, which does not exist`)
}

/** Throws 400 when a category would come to lie in itself. */
export async function checkPlace(work: Work, shelf: Shelf, id: string, parentId: string): Promise<void> {
  // two moves at once must not make a ring
  await lockSite(work.tx, shelf.siteId)
  const parents = await listParents(work.tx, shelf)
  for (let above: string | undefined = parentId; above && above !== TOP; above = parents.get(above))
    if (above === id) throw invalid('parentId', 'must not name the category itself or one below it')
}

/** Throws 400 for a category that holds something. */
export async function checkEmpty(work: Work, shelf: Shelf, row: { id: string; name: string }): Promise<void> {
  if (await isCategoryUsed(work.tx, shelf, row.id))
    throw inUse(`category ('${row.name}')`, 'messages or categories in it')
}
