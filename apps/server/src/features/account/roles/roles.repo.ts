import { sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'

/** Puts every agent of the site into a role. */
export async function insertMemberships(tx: Tx, siteId: SiteId, roleId: string): Promise<void> {
  await tx.execute(sql`
    insert into agent_roles (site_id, agent_id, role_id)
    select site_id, id, ${roleId} from agents where site_id = ${siteId}
    on conflict do nothing`)
}
