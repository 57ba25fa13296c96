import type { Shape } from '@parley/contract'
import { sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'

/** Active agents with their status and the chats they are in. */
export async function queryColleagues(db: Db, siteId: SiteId): Promise<Shape<'Colleague'>[]> {
  const { rows } = await db.execute(sql`
    select a.id as "agentId", coalesce(nullif(a.display_name, ''), a.first_name) as "displayName",
      coalesce(p.status, 'Offline') as status,
      (select count(*)::int from chat_agents x join chats c on c.site_id = x.site_id and c.id = x.chat_id
        where x.site_id = a.site_id and x.agent_id = a.id and x.left_time is null and c.state = 'active') as "ongoingChats"
    from agents a left join agent_presences p on p.site_id = a.site_id and p.agent_id = a.id
    where a.site_id = ${siteId} and a.is_active
    order by a.id`)
  return rows as unknown as Shape<'Colleague'>[]
}

/** Departments that take chats, with their active agents. */
export async function queryColleagueDepartments(db: Db, siteId: SiteId): Promise<Shape<'ColleagueDepartment'>[]> {
  const { rows } = await db.execute(sql`
    select d.id, d.name, array(
      select m.agent_id from department_agents m join agents a on a.site_id = m.site_id and a.id = m.agent_id and a.is_active
      where m.site_id = d.site_id and m.department_id = d.id order by 1) as "agentIds"
    from departments d
    where d.site_id = ${siteId} and d.is_available_in_chat
    order by d.name`)
  return rows as unknown as Shape<'ColleagueDepartment'>[]
}
