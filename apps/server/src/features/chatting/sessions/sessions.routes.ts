import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import * as service from './sessions.service.ts'

export const sessionReadRoutes = [
  implement(api.sessions.get, (ctx, { params, query }) => service.getSession(ctx, params.id, query.include)),
]
