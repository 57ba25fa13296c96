import type { Shape } from '@parley/contract'
import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

export type AutoDistribution = Shape<'AutoDistribution'>
export type Method = AutoDistribution['autoDistributionMethod']
export type AgentRow = Shape<'AgentAutoDistribution'>
export type DepartmentRow = Shape<'DepartmentAutoDistribution'>

/** How chats are given to agents. */
export function useAutoDistribution() {
  return useApiQuery('autoDistribution.get')
}

/** Changes how chats are given to agents. */
export function useUpdateAutoDistribution(): ApiMutation<'autoDistribution.update'> {
  return useApiMutation('autoDistribution.update', { invalidates: ['autoDistribution.'] })
}
