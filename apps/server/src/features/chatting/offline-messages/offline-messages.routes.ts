import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { toPage } from '../../../kit/pages.ts'
import * as service from './offline-messages.service.ts'

export const offlineMessageRoutes = [
  implement(api.offlineMessages.list, async (ctx, { query, url }) => {
    const found = await service.listOfflineMessages(ctx, query)
    return toPage(ctx.app, url, { total: 'total', list: 'offlineMessages' }, query, found)
  }),
  implement(api.offlineMessages.get, (ctx, { params, query }) =>
    service.getOfflineMessage(ctx, params.id, query.include),
  ),
  implement(
    api.offlineMessages.delete,
    async (ctx, { params }) => void (await service.deleteOfflineMessage(ctx, params.id)),
  ),
  implement(
    api.offlineMessages.deleteMany,
    async (ctx, { body }) => void (await service.deleteOfflineMessages(ctx, body)),
  ),
]
