import type { Shape } from '@parley/contract'
import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

export type Role = Shape<'Role'>

const changes = { invalidates: ['roles.', 'agents.', 'permissions.', 'parley.workplace'] }

/** All roles of the site. */
export function useRoles(isEnabled = true) {
  return useApiQuery('roles.list', undefined, { isEnabled })
}

/** Adds a role. */
export function useCreateRole(): ApiMutation<'roles.create'> {
  return useApiMutation('roles.create', changes)
}

/** Changes a role. */
export function useUpdateRole(): ApiMutation<'roles.update'> {
  return useApiMutation('roles.update', changes)
}

/** Deletes a role. */
export function useDeleteRole(): ApiMutation<'roles.delete'> {
  return useApiMutation('roles.delete', changes)
}
