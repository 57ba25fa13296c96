import type { Shape } from '@parley/contract'
import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

export type Department = Shape<'Department'>

/** Agents show their departments, and auto distribution has settings per department. */
const changes = { invalidates: ['departments.', 'agents.', 'autoDistribution.'] }

/** All departments of the site. */
export function useDepartments(isEnabled = true) {
  return useApiQuery('departments.list', undefined, { isEnabled })
}

/** Adds a department. */
export function useCreateDepartment(): ApiMutation<'departments.create'> {
  return useApiMutation('departments.create', changes)
}

/** Changes a department. */
export function useUpdateDepartment(): ApiMutation<'departments.update'> {
  return useApiMutation('departments.update', changes)
}

/** Deletes a department. */
export function useDeleteDepartment(): ApiMutation<'departments.delete'> {
  return useApiMutation('departments.delete', changes)
}
