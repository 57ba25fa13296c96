import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { rolesResource as roles } from './roles.resource.ts'

export const roleRoutes = [
  implement(api.roles.list, (ctx, { query }) => roles.list(ctx, query)),
  implement(api.roles.get, (ctx, { params, query }) => roles.get(ctx, params.id, query.include)),
  implement(api.roles.create, (ctx, { body }) => roles.create(ctx, body)),
  implement(api.roles.update, (ctx, { params, body }) => roles.update(ctx, params.id, body)),
  implement(api.roles.delete, async (ctx, { params }) => void (await roles.remove(ctx, params.id))),
]
