import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { apiKeysResource } from './api-keys.resource.ts'
import { createApiKey, removeApiKey } from './api-keys.service.ts'

export const apiKeyRoutes = [
  implement(api.apiKeys.list, (ctx) => apiKeysResource.list(ctx)),
  implement(api.apiKeys.create, (ctx, { body }) => createApiKey(ctx, body)),
  implement(api.apiKeys.delete, async (ctx, { params }) => void (await removeApiKey(ctx, params.id))),
]
