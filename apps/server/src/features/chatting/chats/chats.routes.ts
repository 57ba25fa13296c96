import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { toPage } from '../../../kit/pages.ts'
import * as service from './chats.service.ts'

export const chatRoutes = [
  implement(api.chats.list, async (ctx, { query, url }) =>
    toPage(ctx.app, url, { total: 'totalCount', list: 'chats' }, query, await service.listChats(ctx, query)),
  ),
  implement(api.chats.get, (ctx, { params, query }) => service.getChat(ctx, params.id, query.include)),
  implement(api.chats.delete, async (ctx, { params }) => void (await service.deleteChat(ctx, params.id))),
  implement(api.chats.deleteMany, async (ctx, { body }) => void (await service.deleteChats(ctx, body))),
]
