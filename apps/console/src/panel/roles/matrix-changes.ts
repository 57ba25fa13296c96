import { withPermission } from '../permissions/categories.ts'
import type { Role } from './roles.queries.ts'

/** Permission ids of the roles that were changed, by role. */
export type Changes = ReadonlyMap<string, readonly number[]>

/** The changes with one box ticked or cleared; a role that is back where it was is no change. */
export function withBox(
  changes: Changes,
  role: Pick<Role, 'id' | 'permissionIds'>,
  { permissionId, isHeld }: { permissionId: number; isHeld: boolean },
): Changes {
  const ids = withPermission(changes.get(role.id) ?? role.permissionIds, permissionId, isHeld)
  const next = new Map(changes)
  const isBack = ids.length === role.permissionIds.length && ids.every((id) => role.permissionIds.includes(id))
  if (isBack) next.delete(role.id)
  else next.set(role.id, ids)
  return next
}
