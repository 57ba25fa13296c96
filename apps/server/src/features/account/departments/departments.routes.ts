import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { departmentsResource as departments } from './departments.resource.ts'

export const departmentRoutes = [
  implement(api.departments.list, (ctx, { query }) => departments.list(ctx, query)),
  implement(api.departments.get, (ctx, { params, query }) => departments.get(ctx, params.id, query.include)),
  implement(api.departments.create, (ctx, { body }) => departments.create(ctx, body)),
  implement(api.departments.update, (ctx, { params, body }) => departments.update(ctx, params.id, body)),
  implement(api.departments.delete, async (ctx, { params }) => void (await departments.remove(ctx, params.id))),
]
