import { and, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import {
  agentPermissions,
  agentRoles,
  agents,
  departmentAgents,
  rolePermissions,
  roles,
} from '../../../db/schema/index.ts'
import type { Members } from '../../../kit/resource-pages.ts'

/** The next number for a person; one sequence for agents and contacts of all sites. */
export async function nextPersonId(tx: Tx): Promise<number> {
  const { rows } = await tx.execute(sql`select nextval('person_ids')::int as id`)
  return Number(rows[0]?.id)
}

/** Every agent is at least in the built-in role of agents. */
export async function insertMembership(tx: Tx, siteId: SiteId, agentId: number): Promise<void> {
  await tx.execute(sql`
    insert into agent_roles (site_id, agent_id, role_id)
    select a.site_id, a.id, r.id from agents a join roles r on r.site_id = a.site_id and r.type = 'agent'
    where a.site_id = ${siteId} and a.id = ${agentId}
    on conflict do nothing`)
}

/** Ids of all active administrators. */
export async function listAdministrators(tx: Tx, siteId: SiteId): Promise<number[]> {
  const rows = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.siteId, siteId), eq(agents.isAdmin, true), eq(agents.isActive, true)))
    .orderBy(agents.id)
  return rows.map((row) => row.id)
}

/** What some roles permit, together. */
export async function listRolePermissions(db: Db, siteId: SiteId, roleIds: readonly string[]): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: rolePermissions.permissionId })
    .from(rolePermissions)
    .where(and(eq(rolePermissions.siteId, siteId), inArray(rolePermissions.roleId, [...roleIds])))
  return rows.map((row) => row.id)
}

/** What an agent was given: roles, and permissions of its own. */
export async function listGrants(
  db: Db,
  siteId: SiteId,
  agentId: number,
): Promise<{ roleIds: string[]; permissionIds: number[] }> {
  const [ofRoles, own] = await Promise.all([
    db
      .select({ id: agentRoles.roleId })
      .from(agentRoles)
      .where(and(eq(agentRoles.siteId, siteId), eq(agentRoles.agentId, agentId))),
    db
      .select({ id: agentPermissions.permissionId })
      .from(agentPermissions)
      .where(and(eq(agentPermissions.siteId, siteId), eq(agentPermissions.agentId, agentId))),
  ])
  return { roleIds: ofRoles.map(({ id }) => id), permissionIds: own.map(({ id }) => id) }
}

/** Name or address contains the words. */
export function matchesKeywords(keywords: string | undefined): SQL | undefined {
  if (!keywords?.trim()) return undefined
  const pattern = `%${keywords.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  return or(
    ilike(agents.email, pattern),
    ilike(agents.displayName, pattern),
    ilike(sql`${agents.firstName} || ' ' || ${agents.lastName}`, pattern),
  )
}

/** The agents in a role. */
export function membersOfRole(roleId: string): Members {
  const where = eq(agentRoles.roleId, roleId)
  return { table: agentRoles, id: agentRoles.agentId, where, countedAs: `agent_roles:${roleId.toLowerCase()}` }
}

/** The agents in a department. */
export function membersOfDepartment(departmentId: string): Members {
  const where = eq(departmentAgents.departmentId, departmentId)
  const countedAs = `department_agents:${departmentId.toLowerCase()}` as const
  return { table: departmentAgents, id: departmentAgents.agentId, where, countedAs }
}

/** Unlocks an account and forgets its wrong passwords. */
export async function unlockAgent(tx: Tx, siteId: SiteId, agentId: number): Promise<void> {
  await tx
    .update(agents)
    .set({ lockedTime: null, failedLogins: 0, firstFailedTime: null })
    .where(and(eq(agents.siteId, siteId), eq(agents.id, agentId)))
}

/** Sets a password; every token issued so far ends with it. */
export async function updatePassword(tx: Tx, siteId: SiteId, agentId: number, passwordHash: string): Promise<void> {
  await tx
    .update(agents)
    .set({
      passwordHash,
      tokenGeneration: sql`${agents.tokenGeneration} + 1`,
      failedLogins: 0,
      firstFailedTime: null,
      lockedTime: null,
    })
    .where(and(eq(agents.siteId, siteId), eq(agents.id, agentId)))
}

/** The id of the site's built-in role. */
export async function findSystemRole(
  db: Db,
  siteId: SiteId,
  type: 'administrator' | 'agent',
): Promise<string | undefined> {
  const [row] = await db
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.siteId, siteId), eq(roles.type, type)))
  return row?.id
}
