import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { agentAwayStatusesResource as statuses } from './agent-away-statuses.resource.ts'

export const agentAwayStatusRoutes = [
  implement(api.agentAwayStatuses.list, (ctx) => statuses.list(ctx)),
  implement(api.agentAwayStatuses.get, (ctx, { params }) => statuses.get(ctx, params.id)),
  implement(api.agentAwayStatuses.create, (ctx, { body }) => statuses.create(ctx, body)),
  implement(api.agentAwayStatuses.update, (ctx, { params, body }) => statuses.update(ctx, params.id, body)),
  implement(api.agentAwayStatuses.delete, async (ctx, { params }) => void (await statuses.remove(ctx, params.id))),
]
