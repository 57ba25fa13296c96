import type { Shape } from '@parley/contract'
import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

export type Campaign = Shape<'Campaign'>

const changes = { invalidates: ['campaigns.', 'parley.workplace'] }

/** All campaigns of the site. */
export function useCampaigns() {
  return useApiQuery('campaigns.list')
}

/** One campaign. */
export function useCampaign(id: string) {
  return useApiQuery('campaigns.get', { params: { id } })
}

/** The lines of HTML that put a campaign's button on a page. */
export function useInstallationCode(campaignId: string | null | undefined) {
  return useApiQuery(
    'installationCode.get',
    { params: { campaignId: campaignId ?? '' } },
    { isEnabled: Boolean(campaignId), staleMs: 600_000 },
  )
}

/** Adds a campaign. */
export function useCreateCampaign(): ApiMutation<'campaigns.create'> {
  return useApiMutation('campaigns.create', changes)
}

/** Changes a campaign. */
export function useUpdateCampaign(): ApiMutation<'campaigns.update'> {
  return useApiMutation('campaigns.update', changes)
}

/** Deletes a campaign; what is gone is not asked for again. */
export function useDeleteCampaign(): ApiMutation<'campaigns.delete'> {
  return useApiMutation('campaigns.delete', { invalidates: ['campaigns.list', 'parley.workplace'] })
}
