import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { loginIpRangesResource as ranges } from './login-ip-ranges.resource.ts'

const rangeApi = api.whitelistedLoginIPRanges

export const loginIpRangeRoutes = [
  implement(rangeApi.list, (ctx) => ranges.list(ctx)),
  implement(rangeApi.get, (ctx, { params }) => ranges.get(ctx, params.id)),
  implement(rangeApi.create, (ctx, { body }) => ranges.create(ctx, body)),
  implement(rangeApi.update, (ctx, { params, body }) => ranges.update(ctx, params.id, body)),
  implement(rangeApi.delete, async (ctx, { params }) => void (await ranges.remove(ctx, params.id))),
]
