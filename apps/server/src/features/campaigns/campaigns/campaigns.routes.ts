import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { campaignsResource as campaigns } from './campaigns.resource.ts'

export const campaignRoutes = [
  implement(api.campaigns.list, (ctx) => campaigns.list(ctx)),
  implement(api.campaigns.get, (ctx, { params }) => campaigns.get(ctx, params.id)),
  implement(api.campaigns.create, (ctx, { body }) => campaigns.create(ctx, body)),
  implement(api.campaigns.update, (ctx, { params, body }) => campaigns.update(ctx, params.id, body)),
  implement(api.campaigns.delete, async (ctx, { params }) => void (await campaigns.remove(ctx, params.id))),
]
