import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

const changes = { invalidates: ['customVariables.'] }

/** All custom variables of the site. */
export function useCustomVariables(isEnabled = true) {
  return useApiQuery('customVariables.list', undefined, { isEnabled })
}

/** Adds a custom variable. */
export function useCreateCustomVariable(): ApiMutation<'customVariables.create'> {
  return useApiMutation('customVariables.create', changes)
}

/** Changes a custom variable. */
export function useUpdateCustomVariable(): ApiMutation<'customVariables.update'> {
  return useApiMutation('customVariables.update', changes)
}

/** Deletes a custom variable. */
export function useDeleteCustomVariable(): ApiMutation<'customVariables.delete'> {
  return useApiMutation('customVariables.delete', changes)
}
