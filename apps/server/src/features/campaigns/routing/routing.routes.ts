import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { customRulesResource as rules } from './custom-rules.resource.ts'
import { routing } from './routing.ts'

export const routingRoutes = [
  implement(api.routing.get, (ctx, { params, query }) => routing.get(ctx, params.campaignId, query.include)),
  implement(api.routing.update, (ctx, { params, body }) => routing.update(ctx, params.campaignId, body)),
  implement(api.customRules.list, (ctx, { params, query }) => rules.list(ctx, params.campaignId, query.include)),
  implement(api.customRules.get, (ctx, { params, query }) =>
    rules.get(ctx, params.campaignId, params.id, query.include),
  ),
  implement(api.customRules.create, (ctx, { params, body }) => rules.create(ctx, params.campaignId, body)),
  implement(api.customRules.update, (ctx, { params, body }) => rules.update(ctx, params.campaignId, params.id, body)),
  implement(
    api.customRules.delete,
    async (ctx, { params }) => void (await rules.remove(ctx, params.campaignId, params.id)),
  ),
]
