import { and, eq, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { agentRoles } from '../../../db/schema/index.ts'

/** Puts every agent of the site into a role. */
export async function insertMemberships(tx: Tx, siteId: SiteId, roleId: string): Promise<void> {
  await tx.execute(sql`
    insert into agent_roles (site_id, agent_id, role_id)
    select site_id, id, ${roleId} from agents where site_id = ${siteId}
    on conflict do nothing`)
}

/** Ids of the agents who are in a role. */
export async function listMembers(db: Db, siteId: SiteId, roleId: string): Promise<number[]> {
  const rows = await db
    .select({ agentId: agentRoles.agentId })
    .from(agentRoles)
    .where(and(eq(agentRoles.siteId, siteId), eq(agentRoles.roleId, roleId)))
  return rows.map((row) => row.agentId)
}
