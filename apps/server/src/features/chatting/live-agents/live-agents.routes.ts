import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import * as service from './live-agents.service.ts'

export const liveAgentRoutes = [
  implement(api.liveChatAgents.list, (ctx) => service.listLiveAgents(ctx)),
  implement(api.liveChatAgents.get, (ctx, { params }) => service.getLiveAgent(ctx, params.id)),
  implement(api.liveChatAgents.update, (ctx, { params, body }) => service.changeLiveAgent(ctx, params.id, body.status)),
]
