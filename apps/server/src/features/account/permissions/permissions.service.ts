import { type Output, Permission, permissionCatalogue } from '@parley/contract'
import { findAgentAccess } from '../../../auth/agent-access.repo.ts'
import type { AgentContext } from '../../../context.ts'
import { registerViews } from '../../../kit/references.ts'
import { notFound } from '../../../lib/app-error.ts'
import { agentsResource } from '../agents/agents.resource.ts'
import { rolesResource } from '../roles/roles.resource.ts'

type PermissionView = Output<typeof Permission>

registerViews(Permission.name, async (_ctx, ids) => new Map(viewsOf(ids as number[]).map((view) => [view.id, view])))

/** All there are. */
export function listPermissions(): PermissionView[] {
  return permissionCatalogue.map((permission) => ({ ...permission }))
}

/** What a role permits. Throws not_found. */
export async function listRolePermissions(ctx: AgentContext, roleId: string): Promise<PermissionView[]> {
  return viewsOf((await rolesResource.get(ctx, roleId)).permissionIds)
}

/** What an agent holds directly. Throws not_found. */
export async function listAgentPermissions(ctx: AgentContext, agentId: number): Promise<PermissionView[]> {
  return viewsOf((await agentsResource.get(ctx, agentId)).permissionIds)
}

/** What an agent may do in all: its own permissions and those of its roles; an administrator may do everything. */
export async function listEffectivePermissions(ctx: AgentContext, agentId: number): Promise<PermissionView[]> {
  const access = await findAgentAccess(ctx.db, ctx.siteId, agentId)
  if (!access) throw notFound('agent')
  return access.isAdmin ? listPermissions() : viewsOf(access.permissions)
}

/** Replaces what a role permits. */
export async function setRolePermissions(
  ctx: AgentContext,
  roleId: string,
  permissionIds: number[],
): Promise<PermissionView[]> {
  return viewsOf((await rolesResource.update(ctx, roleId, { permissionIds })).permissionIds)
}

/** Replaces what an agent holds directly. */
export async function setAgentPermissions(
  ctx: AgentContext,
  agentId: number,
  permissionIds: number[],
): Promise<PermissionView[]> {
  return viewsOf((await agentsResource.update(ctx, agentId, { permissionIds })).permissionIds)
}

function viewsOf(ids: readonly number[]): PermissionView[] {
  const wanted = new Set(ids)
  return listPermissions().filter(({ id }) => wanted.has(id))
}
