import { permissionCatalogue } from '@parley/contract'
import { SHORTEST_PASSWORD } from '../../../auth/passwords.ts'
import type { AgentCaller, AgentContext, Work } from '../../../context.ts'
import { AppError, invalid } from '../../../lib/app-error.ts'
import { listRolePermissions } from './agents.repo.ts'

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

/** Nobody grants what they lack: neither directly nor through a role. */
export async function checkGrants(ctx: AgentContext, { tx }: Work, change: Change): Promise<void> {
  if (ctx.caller.isAdmin) return
  const throughRoles = change.roleIds?.length ? await listRolePermissions(tx, ctx.siteId, change.roleIds) : []
  checkHolds(ctx.caller, [...(change.permissionIds ?? []), ...throughRoles])
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
