import type { Shape } from '@parley/contract'
import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

export type Site = Shape<'Site'>

/** The company behind the site. */
export function useSite(isEnabled: boolean) {
  return useApiQuery('site.get', undefined, { isEnabled })
}

/** Changes the company's details. */
export function useUpdateSite(): ApiMutation<'site.update'> {
  return useApiMutation('site.update', { invalidates: ['site.', 'parley.workplace'] })
}
