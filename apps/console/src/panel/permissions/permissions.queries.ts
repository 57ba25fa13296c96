import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

/** Every permission there is; they do not change while the server runs. */
export function usePermissions() {
  return useApiQuery('permissions.list', undefined, { staleMs: 3_600_000 })
}

/** Sets the permissions of a role. */
export function useUpdateRolePermissions(): ApiMutation<'permissions.updateForRole'> {
  return useApiMutation('permissions.updateForRole', {
    invalidates: ['permissions.', 'roles.', 'agents.', 'parley.workplace'],
  })
}

/** Sets the permissions an agent has beside those of the roles. */
export function useUpdateAgentPermissions(): ApiMutation<'permissions.updateForAgent'> {
  return useApiMutation('permissions.updateForAgent', { invalidates: ['permissions.', 'agents.', 'parley.workplace'] })
}
