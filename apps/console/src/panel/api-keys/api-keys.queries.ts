import { useApiMutation, useApiQuery } from '../../app/api.ts'
import type { ApiMutation } from '../ui/api-mutation.ts'

/** The signed-in agent's own keys. */
export function useApiKeys() {
  return useApiQuery('apiKeys.list')
}

/** Makes a key; its secret is in the answer. */
export function useCreateApiKey(): ApiMutation<'apiKeys.create'> {
  return useApiMutation('apiKeys.create', { invalidates: ['apiKeys.'] })
}

/** Revokes a key. */
export function useRevokeApiKey(): ApiMutation<'apiKeys.delete'> {
  return useApiMutation('apiKeys.delete', { invalidates: ['apiKeys.'] })
}

/** Applications that agents may let act for them. */
export function useOAuthClients(isEnabled: boolean) {
  return useApiQuery('oauthClients.list', undefined, { isEnabled })
}

/** Registers an application. */
export function useCreateOAuthClient(): ApiMutation<'oauthClients.create'> {
  return useApiMutation('oauthClients.create', { invalidates: ['oauthClients.'] })
}

/** Deletes an application and ends its tokens. */
export function useDeleteOAuthClient(): ApiMutation<'oauthClients.delete'> {
  return useApiMutation('oauthClients.delete', { invalidates: ['oauthClients.'] })
}
