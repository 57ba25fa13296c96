import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { changeAgentSso, getAgentSso } from './agent-sso.service.ts'
import { changeVisitorSso, getVisitorSso } from './visitor-sso.service.ts'

export const ssoRoutes = [
  implement(api.agentSSO.get, (ctx) => getAgentSso(ctx)),
  implement(api.agentSSO.update, (ctx, { body }) => changeAgentSso(ctx, body)),
  implement(api.visitorSSO.get, (ctx, { query }) => getVisitorSso(ctx, query.include)),
  implement(api.visitorSSO.update, (ctx, { body }) => changeVisitorSso(ctx, body)),
]
