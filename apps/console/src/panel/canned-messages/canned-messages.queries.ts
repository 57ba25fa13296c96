import type { Shape } from '@parley/contract'
import { useApiQuery } from '../../app/api.ts'
import type { ListQuery } from '../ui/resource-page.tsx'

/** Whose canned messages: everybody's or the signed-in agent's own. */
export type Shelf = 'public' | 'private'
/** The private kind is the wider one: it may lie in no category. */
export type CannedMessage = Omit<Shape<'PrivateCannedMessage'>, 'category'>
export type Category = Shape<'PrivateCannedMessageCategory'>

/** The canned messages of a shelf. */
export function useCannedMessages(shelf: Shelf, isEnabled: boolean): ListQuery<CannedMessage> {
  const isPublic = shelf === 'public'
  const shared = useApiQuery('publicCannedMessages.list', undefined, { isEnabled: isEnabled && isPublic })
  const own = useApiQuery('privateCannedMessages.list', undefined, { isEnabled: isEnabled && !isPublic })
  return isPublic ? shared : own
}

/** The categories of a shelf. */
export function useCategories(shelf: Shelf, isEnabled: boolean): ListQuery<Category> {
  const isPublic = shelf === 'public'
  const shared = useApiQuery('publicCannedMessageCategories.list', undefined, { isEnabled: isEnabled && isPublic })
  const own = useApiQuery('privateCannedMessageCategories.list', undefined, { isEnabled: isEnabled && !isPublic })
  return isPublic ? shared : own
}
