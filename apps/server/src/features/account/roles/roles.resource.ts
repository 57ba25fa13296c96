import { permissionCatalogue, Role } from '@parley/contract'
import { agentRoles, rolePermissions, roles } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { checkHolds, without } from '../agents/agents.policy.ts'
import { listRolePermissions } from '../agents/agents.repo.ts'
import { insertMemberships, listMembers } from './roles.repo.ts'

export type RoleRow = typeof roles.$inferSelect & Row

const known = new Set<number>(permissionCatalogue.map(({ id }) => id))

/** Sets of permissions that agents share. The two built-in ones cannot be deleted or renamed. */
export const rolesResource = createResource<typeof Role, RoleRow>({
  entity: Role,
  noun: 'role',
  table: roles,
  audit: { category: 'globalSettings', actionType: 'agentRoleManagement' },
  nameOf: (row) => row.name,
  unique: { roles_name_key: 'name' },
  links: {
    agentIds: { table: agentRoles, own: agentRoles.roleId, other: agentRoles.agentId, entity: 'Agent' },
    permissionIds: {
      table: rolePermissions,
      own: rolePermissions.roleId,
      other: rolePermissions.permissionId,
      findWrong: (ids) => ids.find((id) => !known.has(Number(id))),
    },
  },
  includes: {
    agent: { entity: 'Agent', ids: 'agentIds', into: 'agents' },
    permission: { entity: 'Permission', ids: 'permissionIds', into: 'permissions' },
  },
  hooks: {
    async beforeCreate(ctx, _work, row, body) {
      row.type = 'custom'
      checkHolds(ctx.caller, body.permissionIds ?? [])
    },
    async beforeUpdate(ctx, { tx }, row, _next, body) {
      if (ctx.caller.isAdmin) return
      const held = await listRolePermissions(tx, ctx.siteId, [row.id])
      checkHolds(ctx.caller, without(body.permissionIds, held))
      if (!body.agentIds?.length) return
      // whoever comes into a role is granted what it permits
      const members = new Set(await listMembers(tx, ctx.siteId, row.id))
      if (body.agentIds.every((agentId) => members.has(agentId))) return
      checkHolds(ctx.caller, body.permissionIds ?? held)
    },
    async beforeDelete(_ctx, _work, row) {
      if (row.type !== 'custom') throw invalid('id', `names the built-in role '${row.name}', which cannot be deleted`)
    },
    async afterWrite(ctx, work, row) {
      if (row.type === 'agent') await insertMemberships(work.tx, ctx.siteId, row.id)
      work.emit({ type: 'access.changed', siteId: ctx.siteId })
    },
  },
})
