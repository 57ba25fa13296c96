import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import * as service from './auto-distribution.service.ts'

export const autoDistributionRoutes = [
  implement(api.autoDistribution.get, (ctx) => service.getAutoDistribution(ctx)),
  implement(api.autoDistribution.update, (ctx, { body }) => service.changeAutoDistribution(ctx, body)),
]
