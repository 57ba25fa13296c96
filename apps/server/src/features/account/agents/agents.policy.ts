import { permissionCatalogue } from '@parley/contract'
import { SHORTEST_PASSWORD } from '../../../auth/passwords.ts'
import type { AgentCaller, AgentContext, Work } from '../../../context.ts'
import { AppError, invalid } from '../../../lib/app-error.ts'
import { listGrants, listRolePermissions } from './agents.repo.ts'

interface Change {
  readonly isAdmin?: boolean | null
  readonly permissionIds?: readonly number[] | null
  readonly roleIds?: readonly string[] | null
}

/** Only an administrator makes, changes or removes an administrator. */
export function checkMayChange(
  caller: AgentCaller,
  row: { readonly isAdmin: boolean } | undefined,
  change: Change,
): void {
  if (caller.isAdmin) return
  if (row?.isAdmin || change.isAdmin)
    throw new AppError('no_permission', 'Only an administrator can change administrators.')
}

/**
 * Nobody grants what they lack: neither directly nor through a role. What an agent has already is not granted again:
 * whoever sends back what they have read may do so. `agentId` is undefined for a new agent.
 */
export async function checkGrants(
  ctx: AgentContext,
  { tx }: Work,
  change: Change,
  agentId: number | undefined,
): Promise<void> {
  if (ctx.caller.isAdmin) return
  const has = agentId === undefined ? undefined : await listGrants(tx, ctx.siteId, agentId)
  const roleIds = without(change.roleIds, has?.roleIds)
  const throughRoles = roleIds.length ? await listRolePermissions(tx, ctx.siteId, roleIds) : []
  checkHolds(ctx.caller, [...without(change.permissionIds, has?.permissionIds), ...throughRoles])
}

/** What of a list is not in another one. */
export function without<T>(list: readonly T[] | null | undefined, other: readonly T[] | undefined): T[] {
  return (list ?? []).filter((item) => !other?.includes(item))
}

/** Throws no_permission when the caller lacks one of the permissions they want to hand on. */
export function checkHolds(caller: AgentCaller, permissionIds: readonly number[]): void {
  if (caller.isAdmin) return
  const lacking = permissionCatalogue.find(({ id }) => permissionIds.includes(id) && !caller.permissions.has(id))
  if (lacking) throw new AppError('no_permission', `You cannot grant '${lacking.name}' because you do not have it.`)
}

/** Throws 400 for a password that is too short. */
export function checkPassword(parameter: string, password: string): void {
  if (password.length < SHORTEST_PASSWORD)
    throw invalid(parameter, `must have at least ${SHORTEST_PASSWORD} characters`)
}
