import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { bansResource as bans } from './bans.resource.ts'
import { changeBan, createBan } from './bans.service.ts'

export const banRoutes = [
  implement(api.bans.list, (ctx, { query }) => bans.list(ctx, query)),
  implement(api.bans.get, (ctx, { params, query }) => bans.get(ctx, params.id, query.include)),
  implement(api.bans.create, (ctx, { body }) => createBan(ctx, body)),
  implement(api.bans.update, (ctx, { params, body }) => changeBan(ctx, params.id, body)),
  implement(api.bans.delete, async (ctx, { params }) => void (await bans.remove(ctx, params.id))),
]
