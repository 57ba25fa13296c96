import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { customerSegmentsResource as segments } from './customer-segments.resource.ts'

export const customerSegmentRoutes = [
  implement(api.customerSegments.list, (ctx) => segments.list(ctx)),
  implement(api.customerSegments.get, (ctx, { params }) => segments.get(ctx, params.id)),
  implement(api.customerSegments.create, (ctx, { body }) => segments.create(ctx, body)),
  implement(api.customerSegments.update, (ctx, { params, body }) => segments.update(ctx, params.id, body)),
  implement(api.customerSegments.delete, async (ctx, { params }) => void (await segments.remove(ctx, params.id))),
]
