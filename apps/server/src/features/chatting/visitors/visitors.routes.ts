import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { toPage } from '../../../kit/pages.ts'
import * as service from './visitors.service.ts'

export const visitorRoutes = [
  implement(api.visitors.list, async (ctx, { query, url }) =>
    toPage(ctx.app, url, { total: 'totalCount', list: 'visitors' }, query, await service.listVisitors(ctx, query)),
  ),
  implement(api.visitors.get, (ctx, { params }) => service.getVisitor(ctx, params.id)),
]
