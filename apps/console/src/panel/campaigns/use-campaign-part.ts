import type { AnswerOf, OperationMap } from '@parley/contract'
import type { UseQueryResult } from '@tanstack/react-query'
import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

/** A part of a campaign that the panel edits. */
export type Part = 'chatButton' | 'chatWindow' | 'preChat' | 'routing'
/** A part as the API shows it. */
export type PartOf<P extends Part> = AnswerOf<OperationMap[`${P}.get`]>

/** Reads a part of a campaign. */
export function useCampaignPart<P extends Part>(part: P, campaignId: string): UseQueryResult<PartOf<P>> {
  const id: `${Part}.get` = `${part}.get`
  // The name was put together from P, which the compiler does not follow.
  return useApiQuery(id, { params: { campaignId } }) as unknown as UseQueryResult<PartOf<P>>
}

/** Changes a part of a campaign. */
export function useUpdateCampaignPart<P extends Part>(part: P): ApiMutation<`${P}.update`>['mutateAsync'] {
  const id: `${Part}.update` = `${part}.update`
  const update = useApiMutation(id, { invalidates: [`${part}.`] })
  return update.mutateAsync as unknown as ApiMutation<`${P}.update`>['mutateAsync']
}
