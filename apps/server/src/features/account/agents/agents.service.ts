import type { api, BodyOf } from '@parley/contract'
import { findAgentAccess } from '../../../auth/agent-access.repo.ts'
import { hashPassword, isPassword } from '../../../auth/passwords.ts'
import { recordWrongPassword } from '../../../auth/sign-in.repo.ts'
import type { AgentContext } from '../../../context.ts'
import type { PageQuery } from '../../../kit/pages.ts'
import { isMissing } from '../../../kit/references.ts'
import { invalid, notFound } from '../../../lib/app-error.ts'
import { checkHolds, checkMayChange, checkPassword } from './agents.policy.ts'
import { matchesKeywords, membersOfDepartment, membersOfRole, unlockAgent, updatePassword } from './agents.repo.ts'
import { type AgentView, agentsResource } from './agents.resource.ts'
import { revoke } from './agents.rules.ts'

interface AgentList extends PageQuery {
  readonly include: readonly string[]
  readonly keywords?: string | undefined
}

/** A page of the site's agents whose name or address contains the keywords. */
export function listAgents(ctx: AgentContext, query: AgentList) {
  return agentsResource.page(ctx, query, { where: matchesKeywords(query.keywords), include: query.include })
}

/** A page of the agents in a role. Throws not_found for an unknown role. */
export async function listAgentsOfRole(ctx: AgentContext, roleId: string, query: AgentList) {
  await mustExist(ctx, 'Role', roleId)
  return agentsResource.page(ctx, query, { members: membersOfRole(roleId), include: query.include })
}

/** A page of the agents in a department. Throws not_found for an unknown department. */
export async function listAgentsOfDepartment(ctx: AgentContext, departmentId: string, query: AgentList) {
  await mustExist(ctx, 'Department', departmentId)
  return agentsResource.page(ctx, query, { members: membersOfDepartment(departmentId), include: query.include })
}

async function mustExist(ctx: AgentContext, entityName: string, id: string): Promise<void> {
  // not its view, which would read everybody in it
  if (await isMissing(ctx.db, ctx.siteId, entityName, id)) throw notFound(entityName.toLowerCase())
}

/** One's own profile; what grants rights is not one's own to change and is ignored. */
export function updateMe(ctx: AgentContext, body: BodyOf<typeof api.agents.updateMe>): Promise<AgentView> {
  const { isAdmin, isActive, roleIds, permissionIds, departmentIds, shiftIds, password, ...profile } = body
  return agentsResource.update(ctx, ctx.caller.agentId, profile)
}

/** Ends a lock before its time. Throws not_found. */
export async function unlock(ctx: AgentContext, agentId: number): Promise<void> {
  const row = await agentsResource.getRow(ctx, agentId)
  await ctx.inTransaction(async (work) => {
    await unlockAgent(work.tx, ctx.siteId, agentId)
    work.emit({ type: 'access.changed', siteId: ctx.siteId })
    await work.audit({ category: 'globalSettings', actionType: 'agentManagement' }, `Unlocked agent ${row.email}`)
  })
}

/** Sets another agent's password. Throws not_found, no_permission, invalid_parameter. */
export async function changePassword(ctx: AgentContext, agentId: number, password: string): Promise<void> {
  checkPassword('password', password)
  const row = await agentsResource.getRow(ctx, agentId)
  checkMayChange(ctx.caller, row, {})
  // whoever sets a password can sign in with it
  checkHolds(ctx.caller, (await findAgentAccess(ctx.db, ctx.siteId, agentId))?.permissions ?? [])
  await setPassword(ctx, agentId, password, row.email)
}

/** Sets one's own password. The current one must be right; wrong guesses count as wrong sign-ins. */
export async function changeMyPassword(ctx: AgentContext, currentPassword: string, newPassword: string): Promise<void> {
  const row = await agentsResource.getRow(ctx, ctx.caller.agentId)
  if (!row.passwordHash || !(await isPassword(row.passwordHash, currentPassword))) {
    const { isLocked } = await recordWrongPassword(ctx.db, ctx.siteId, row.id)
    if (isLocked) {
      const { siteId, app } = ctx
      app.bus.publish({ type: 'agent.revoked', siteId, agentId: row.id, reason: 'The account was locked' })
    }
    throw invalid('currentPassword', 'is wrong')
  }
  checkPassword('newPassword', newPassword)
  await setPassword(ctx, row.id, newPassword, row.email)
}

async function setPassword(ctx: AgentContext, agentId: number, password: string, email: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await ctx.inTransaction(async (work) => {
    await updatePassword(work.tx, ctx.siteId, agentId, passwordHash)
    revoke(ctx, work, agentId, 'The password was changed')
    await work.audit(
      { category: 'globalSettings', actionType: 'agentManagement' },
      `Changed the password of agent ${email}`,
    )
  })
}
