import { api } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { implement } from '../../../http/implement.ts'
import { type Found, type PageQuery, toPage } from '../../../kit/pages.ts'
import { type AgentView, agentsResource } from './agents.resource.ts'
import * as service from './agents.service.ts'

/** A page object of what a service found. */
async function agentPage(ctx: AgentContext, url: string, query: PageQuery, found: Promise<Found<AgentView>>) {
  return toPage(ctx.app, url, { total: 'count', list: 'agents' }, query, await found)
}

export const agentRoutes = [
  implement(api.agents.list, (ctx, { query, url }) => agentPage(ctx, url, query, service.listAgents(ctx, query))),
  implement(api.agents.listByRole, (ctx, { params, query, url }) =>
    agentPage(ctx, url, query, service.listAgentsOfRole(ctx, params.roleId, query)),
  ),
  implement(api.agents.listByDepartment, (ctx, { params, query, url }) =>
    agentPage(ctx, url, query, service.listAgentsOfDepartment(ctx, params.departmentId, query)),
  ),
  implement(api.agents.get, (ctx, { params, query }) => agentsResource.get(ctx, params.id, query.include)),
  implement(api.agents.getMe, (ctx, { query }) => agentsResource.get(ctx, ctx.caller.agentId, query.include)),
  implement(api.agents.create, (ctx, { body }) => agentsResource.create(ctx, body)),
  implement(api.agents.update, (ctx, { params, body }) => agentsResource.update(ctx, params.id, body)),
  implement(api.agents.updateMe, (ctx, { body }) => service.updateMe(ctx, body)),
  implement(api.agents.delete, async (ctx, { params }) => void (await agentsResource.remove(ctx, params.id))),
  implement(api.agents.unlock, async (ctx, { params }) => void (await service.unlock(ctx, params.id))),
  implement(
    api.agents.changePassword,
    async (ctx, { params, body }) => void (await service.changePassword(ctx, params.id, body.password)),
  ),
  implement(
    api.agents.changeMyPassword,
    async (ctx, { body }) => void (await service.changeMyPassword(ctx, body.currentPassword, body.newPassword)),
  ),
]
