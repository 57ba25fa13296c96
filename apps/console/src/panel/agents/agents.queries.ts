import type { Shape } from '@parley/contract'
import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

export type Agent = Shape<'Agent'>

/** Roles and departments show their members, so they change with the agents. */
const changes = { invalidates: ['agents.', 'roles.', 'departments.', 'permissions.', 'parley.workplace'] }

/** How many agents stand on a page of the list. */
export const AGENTS_PER_PAGE = 25

/** One page of the agents that match some words. */
export function useAgents(query: { keywords: string; pageIndex: number }, isEnabled: boolean) {
  return useApiQuery(
    'agents.list',
    {
      query: {
        include: ['role', 'department'],
        pageSize: AGENTS_PER_PAGE,
        pageIndex: query.pageIndex,
        ...(query.keywords ? { keywords: query.keywords } : {}),
      },
    },
    { keepsPrevious: true, isEnabled },
  )
}

/** As many agents as one answer holds: for choosing members, and for names. */
export function useAllAgents(isEnabled = true) {
  return useApiQuery('agents.list', { query: { pageSize: 1000, pageIndex: 1 } }, { isEnabled, staleMs: 30_000 })
}

/** One agent. */
export function useAgent(id: number | undefined) {
  return useApiQuery('agents.get', { params: { id: id ?? 0 } }, { isEnabled: id !== undefined })
}

/** Adds an agent. */
export function useCreateAgent(): ApiMutation<'agents.create'> {
  return useApiMutation('agents.create', changes)
}

/** Changes an agent. */
export function useUpdateAgent(): ApiMutation<'agents.update'> {
  return useApiMutation('agents.update', changes)
}

/** Lets an agent who was locked out sign in again. */
export function useUnlockAgent(): ApiMutation<'agents.unlock'> {
  return useApiMutation('agents.unlock', changes)
}

/** Sets an agent's password. */
export function useSetPassword(): ApiMutation<'agents.changePassword'> {
  return useApiMutation('agents.changePassword', changes)
}

/** Deletes an agent; what is gone is not asked for again. */
export function useDeleteAgent(): ApiMutation<'agents.delete'> {
  return useApiMutation('agents.delete', { invalidates: ['agents.list', 'roles.', 'departments.', 'parley.workplace'] })
}
