import type { Shape } from '@parley/contract'

export type Permission = Shape<'Permission'>

/** The categories in the order in which people look for them. */
const categories: readonly { readonly id: string; readonly label: string }[] = [
  { id: 'liveChat', label: 'Live chat' },
  { id: 'globalSettings', label: 'Settings and people' },
  { id: 'bot', label: 'Bots' },
  { id: 'ticketingAndMessaging', label: 'Ticketing and messaging' },
  { id: 'knowledgeBase', label: 'Knowledge base' },
]

/** Permissions of one category. */
export interface PermissionGroup {
  readonly id: string
  readonly label: string
  readonly permissions: readonly Permission[]
}

/** Permissions by category, those that contain the words only; categories without any are left out. */
export function groupPermissions(permissions: readonly Permission[], words = ''): PermissionGroup[] {
  const wanted = words.trim().toLowerCase()
  const found = permissions.filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(wanted))
  return categories
    .map(({ id, label }) => ({ id, label, permissions: found.filter(({ category }) => category === id) }))
    .filter((group) => group.permissions.length > 0)
}

/** A set of ids with one put in or taken out, in order. */
export function withPermission(ids: readonly number[], id: number, isHeld: boolean): number[] {
  const rest = ids.filter((each) => each !== id)
  return isHeld ? [...rest, id].sort((a, b) => a - b) : rest
}
