import { sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'

/** What decides whether a token is still good and what its agent may do. */
export interface AgentAccessRow {
  readonly isAdmin: boolean
  readonly isActive: boolean
  readonly isLocked: boolean
  readonly tokenGeneration: number
  readonly displayName: string
  readonly permissions: number[]
  /** false when the token is of an OAuth application that was deleted */
  readonly isApplicationKnown: boolean
}

/** An account locks for this long. */
export const LOCK_MINUTES = 30

/** Who acts: an agent, perhaps through an OAuth application. */
export interface Acting {
  readonly siteId: number
  readonly agentId: number
  readonly application?: string | undefined
}

/** The agent with its own permissions and those of its roles. */
export async function findAgentAccess(
  db: Db,
  siteId: number,
  agentId: number,
  application?: string,
): Promise<AgentAccessRow | undefined> {
  const isApplicationKnown = application
    ? sql`exists (select 1 from oauth_clients c where c.site_id = ${siteId} and c.id = ${application})`
    : sql`true`
  const { rows } = await db.execute(sql`
    select a.is_admin as "isAdmin", a.is_active as "isActive", a.token_generation as "tokenGeneration",
      coalesce(a.locked_time > now() - make_interval(mins => ${LOCK_MINUTES}), false) as "isLocked",
      coalesce(nullif(a.display_name, ''), a.first_name) as "displayName",
      array(
        select permission_id from agent_permissions p where p.site_id = a.site_id and p.agent_id = a.id
        union
        select p.permission_id from agent_roles r join role_permissions p on p.site_id = r.site_id and p.role_id = r.role_id
        where r.site_id = a.site_id and r.agent_id = a.id
      ) as permissions,
      ${isApplicationKnown} as "isApplicationKnown"
    from agents a where a.site_id = ${siteId} and a.id = ${agentId}`)
  return rows[0] as AgentAccessRow | undefined
}
