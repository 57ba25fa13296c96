import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import * as service from './site.service.ts'

export const siteRoutes = [
  implement(api.site.get, (ctx) => service.getSite(ctx)),
  implement(api.site.update, (ctx, { body }) => service.changeSite(ctx, body)),
]
