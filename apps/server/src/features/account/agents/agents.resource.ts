import { Agent, type Output, permissionCatalogue } from '@parley/contract'
import { sql } from 'drizzle-orm'
import { LOCK_MINUTES } from '../../../auth/agent-access.repo.ts'
import { hashPassword } from '../../../auth/passwords.ts'
import { agentPermissions, agentRoles, agents, departmentAgents, shiftAgents } from '../../../db/schema/index.ts'
import { addJob } from '../../../jobs/job-queue.repo.ts'
import { createResource, inUse, type Row } from '../../../kit/resource.ts'
import { findRoutingTo, forgetAlerts } from '../departments/target-uses.repo.ts'
import { planShifts } from '../shifts/plan-shifts.ts'
import { removeAgentTraces } from './agent-traces.repo.ts'
import { checkGrants, checkMayChange, checkPassword } from './agents.policy.ts'
import { insertMembership, nextPersonId } from './agents.repo.ts'
import { keepAnAdministrator, revoke } from './agents.rules.ts'

export type AgentRow = typeof agents.$inferSelect & Row & { readonly siteTimeZone?: string }
export type AgentView = Output<typeof Agent>

const permissionIds = new Set<number>(permissionCatalogue.map(({ id }) => id))

/** The name people see: the display name, else the first name. */
export function displayNameOf(row: Pick<AgentRow, 'displayName' | 'firstName'>): string {
  return row.displayName || row.firstName
}

/** People who sign in. */
export const agentsResource = createResource<typeof Agent, AgentRow>({
  entity: Agent,
  noun: 'agent',
  table: agents,
  countedAs: 'agents',
  audit: { category: 'globalSettings', actionType: 'agentManagement' },
  nameOf: (row) => row.email,
  newId: ({ tx }) => nextPersonId(tx),
  unique: { agents_email_key: 'email' },
  links: {
    roleIds: { table: agentRoles, own: agentRoles.agentId, other: agentRoles.roleId, entity: 'Role' },
    departmentIds: {
      table: departmentAgents,
      own: departmentAgents.agentId,
      other: departmentAgents.departmentId,
      entity: 'Department',
    },
    shiftIds: { table: shiftAgents, own: shiftAgents.agentId, other: shiftAgents.shiftId, entity: 'Shift' },
    permissionIds: {
      table: agentPermissions,
      own: agentPermissions.agentId,
      other: agentPermissions.permissionId,
      findWrong: (ids) => ids.find((id) => !permissionIds.has(Number(id))),
    },
  },
  includes: {
    role: { entity: 'Role', ids: 'roleIds', into: 'roles' },
    department: { entity: 'Department', ids: 'departmentIds', into: 'departments' },
    permission: { entity: 'Permission', ids: 'permissionIds', into: 'permissions' },
    shift: { entity: 'Shift', ids: 'shiftIds', into: 'shifts' },
  },
  hooks: {
    async beforeCreate(ctx, work, row, body) {
      checkMayChange(ctx.caller, undefined, body)
      await checkGrants(ctx, work, body, undefined)
      if (body.password) {
        checkPassword('password', body.password)
        row.passwordHash = await hashPassword(body.password)
      }
    },
    async beforeUpdate(ctx, work, row, next, body) {
      checkMayChange(ctx.caller, row, body)
      await checkGrants(ctx, work, body, row.id)
      if (row.isAdmin && row.isActive && !(next.isAdmin && next.isActive)) await keepAnAdministrator(ctx, work, row.id)
      if (row.isActive && !next.isActive) {
        // its tokens stay dead when the account comes back
        next.tokenGeneration = row.tokenGeneration + 1
        revoke(ctx, work, row.id, 'The account was deactivated')
      }
    },
    async beforeDelete(ctx, work, row) {
      checkMayChange(ctx.caller, row, {})
      if (row.isAdmin && row.isActive) await keepAnAdministrator(ctx, work, row.id)
      const use = await findRoutingTo(work.tx, ctx.siteId, 'agent', String(row.id))
      if (use !== undefined) throw inUse(`agent ('${row.email}')`, use)
      await forgetAlerts(work.tx, ctx.siteId, { agentId: row.id })
      await removeAgentTraces(work.tx, ctx.siteId, row.id)
      await addJob(work.tx, 'agent-deleted', { siteId: ctx.siteId, agentId: row.id })
      revoke(ctx, work, row.id, 'The account was deleted')
    },
    async afterWrite(ctx, work, row) {
      await insertMembership(work.tx, ctx.siteId, row.id)
      await planShifts(work.tx, ctx.siteId)
      work.emit({ type: 'access.changed', siteId: ctx.siteId })
    },
    async computed(ctx, rows) {
      const lockedAfter = ctx.now().getTime() - LOCK_MINUTES * 60_000
      return new Map(
        rows.map((row) => [
          row.id,
          {
            displayName: displayNameOf(row),
            timeZone: row.timeZone ?? row.siteTimeZone,
            isLocked: (row.lockedTime?.getTime() ?? 0) > lockedAfter,
          },
        ]),
      )
    },
  },
  extra: { siteTimeZone: sql`(select s.time_zone from sites s where s.id = "agents"."site_id")` },
})
