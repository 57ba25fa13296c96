import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import * as service from './permissions.service.ts'

export const permissionRoutes = [
  implement(api.permissions.list, async () => service.listPermissions()),
  implement(api.permissions.listByRole, (ctx, { params }) => service.listRolePermissions(ctx, params.roleId)),
  implement(api.permissions.listByAgent, (ctx, { params }) => service.listAgentPermissions(ctx, params.agentId)),
  implement(api.permissions.listEffectiveByAgent, (ctx, { params }) =>
    service.listEffectivePermissions(ctx, params.agentId),
  ),
  implement(api.permissions.updateForRole, (ctx, { params, body }) =>
    service.setRolePermissions(ctx, params.roleId, body),
  ),
  implement(api.permissions.updateForAgent, (ctx, { params, body }) =>
    service.setAgentPermissions(ctx, params.agentId, body),
  ),
]
