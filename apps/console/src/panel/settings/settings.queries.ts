import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

/** Which features are switched on. */
export function useSettings() {
  return useApiQuery('settings.get')
}

/** Switches features on or off. */
export function useUpdateSettings(): ApiMutation<'settings.update'> {
  return useApiMutation('settings.update', { invalidates: ['settings.'] })
}
