import { useApiQuery } from '../../app/api.ts'

/** All custom variables of the site. */
export function useCustomVariables(isEnabled = true) {
  return useApiQuery('customVariables.list', undefined, { isEnabled })
}
