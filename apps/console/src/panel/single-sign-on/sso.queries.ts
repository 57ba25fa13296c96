import type { Shape } from '@parley/contract'
import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

export type AgentSso = Shape<'AgentSSO'>
export type VisitorSso = Shape<'VisitorSSO'>
export type FieldMapping = VisitorSso['fieldMappings'][number]
export type CampaignSso = VisitorSso['perCampaign'][number]

/** How agents sign in with the company's own accounts. */
export function useAgentSso(isEnabled: boolean) {
  return useApiQuery('agentSSO.get', undefined, { isEnabled })
}

/** Changes how agents sign in. */
export function useUpdateAgentSso(): ApiMutation<'agentSSO.update'> {
  return useApiMutation('agentSSO.update', { invalidates: ['agentSSO.'] })
}

/** How visitors sign in with the accounts they have at the website. */
export function useVisitorSso(isEnabled: boolean) {
  return useApiQuery('visitorSSO.get', undefined, { isEnabled })
}

/** Changes how visitors sign in. */
export function useUpdateVisitorSso(): ApiMutation<'visitorSSO.update'> {
  return useApiMutation('visitorSSO.update', { invalidates: ['visitorSSO.'] })
}
