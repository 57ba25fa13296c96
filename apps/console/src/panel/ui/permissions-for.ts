import { type OperationId, operationById, type PermissionName, type Shape } from '@parley/contract'

/** The permissions an operation takes, as the contract says. */
export function permissionsFor(id: OperationId): readonly PermissionName[] {
  const { access } = operationById(id)
  if (access === 'public' || access === 'agent') return []
  return typeof access === 'string' ? [access] : access.all
}

/** The permissions that somebody lacks for an operation. */
export function missingFor(
  who: Pick<Shape<'Workplace'>, 'isAdmin' | 'permissions'>,
  id: OperationId,
): readonly PermissionName[] {
  return who.isAdmin ? [] : permissionsFor(id).filter((name) => !who.permissions.includes(name))
}
