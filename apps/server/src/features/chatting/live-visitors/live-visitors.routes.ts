import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import * as service from './live-visitors.service.ts'

export const liveVisitorRoutes = [
  implement(api.liveChatVisitors.list, (ctx, { query }) => service.listLiveVisitors(ctx, query)),
  implement(api.liveChatVisitors.get, (ctx, { params }) => service.getLiveVisitor(ctx, params.id)),
  implement(api.liveChatVisitors.updateCustomVariableResults, (ctx, { params, body }) =>
    service.changeResults(ctx, params.id, body),
  ),
]
