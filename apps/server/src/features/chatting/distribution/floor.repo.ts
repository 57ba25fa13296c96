import { permissionId } from '@parley/contract'
import { sql } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import type { DepartmentRules, DistributionMethod, DistributionRules, Floor, FloorAgent } from './floor.ts'

/** A connection that was silent for this long is dead. */
export const CONNECTION_SILENCE_MS = 60_000

interface AgentRow {
  readonly agentId: number
  readonly displayName: string
  readonly departmentIds: string[]
  readonly onlineSince: number
  readonly lastAllocatedTime: number | null
  readonly lastChatEndedTime: number | null
  readonly limit: number
  readonly isAutoAccepting: boolean
  readonly load: number
}

interface FloorRow {
  readonly isAutomatic: boolean | null
  readonly method: DistributionMethod | null
  readonly isLastChattedAgentPreferred: boolean | null
  readonly canExceedLimitByHand: boolean | null
  readonly departments: ({ readonly id: string } & DepartmentRules)[] | null
  readonly agents: AgentRow[] | null
}

const milliseconds = (column: ReturnType<typeof sql>) => sql`(extract(epoch from ${column}) * 1000)::float8`

/** Everybody who may get a chat now, with their chats counted, and the rules. */
export async function loadFloor(db: Db, siteId: number, now: Date): Promise<Floor> {
  const { rows } = await db.execute(sql`
    select s.is_auto_distribution_enabled as "isAutomatic", d.auto_distribution_method as method,
      d.is_last_chatted_agent_preferred as "isLastChattedAgentPreferred",
      d.if_agent_can_manually_accept_chats_after_reaching_max_chats_limit as "canExceedLimitByHand",
      (select json_agg(json_build_object('id', department_id, 'method', auto_distribution_method,
          'isLastChattedAgentPreferred', is_last_chatted_agent_preferred, 'backupDepartmentId', backup_department_id))
        from department_distributions where site_id = ${siteId}) as departments,
      (select json_agg(floor order by "agentId") from (${floorAgents(siteId, now)}) floor) as agents
    from (select ${siteId}::int as id) one
    left join site_settings s on s.site_id = one.id
    left join auto_distributions d on d.site_id = one.id`)
  const row = rows[0] as unknown as FloorRow
  return { rules: rulesOf(row), agents: (row.agents ?? []).map(agentOf) }
}

/** Agents who are Online, connected and allowed to accept chats. */
export function availableAgents(siteId: number, now: Date) {
  const alive = new Date(now.getTime() - CONNECTION_SILENCE_MS).toISOString()
  const acceptChats = permissionId('Accept Chats')
  return sql`
    select a.site_id, a.id, coalesce(nullif(a.display_name, ''), a.first_name) as display_name,
      p.online_since, p.status_time, p.last_allocated_time, p.last_chat_ended_time
    from agent_presences p
    join agents a on a.site_id = p.site_id and a.id = p.agent_id
    where p.site_id = ${siteId} and p.status = 'Online' and a.is_active
      and exists (
        select from agent_connections c
        where c.site_id = p.site_id and c.agent_id = p.agent_id and c.seen_time > ${alive}::timestamptz)
      and (a.is_admin
        or exists (
          select from agent_permissions x
          where x.site_id = a.site_id and x.agent_id = a.id and x.permission_id = ${acceptChats})
        or exists (
          select from agent_roles r
          join role_permissions x on x.site_id = r.site_id and x.role_id = r.role_id
          where r.site_id = a.site_id and r.agent_id = a.id and x.permission_id = ${acceptChats}))`
}

function floorAgents(siteId: number, now: Date) {
  return sql`
    with available as (${availableAgents(siteId, now)}),
    busy as (
      select agent_id, count(*)::int as n from (
        select agent_id from chats where site_id = ${siteId} and state = 'active'
        union all
        select agent_id from chat_offers where site_id = ${siteId} and answer is null and expires_time is not null
      ) taken group by agent_id)
    select v.id as "agentId", v.display_name as "displayName",
      ${milliseconds(sql`coalesce(v.online_since, v.status_time)`)} as "onlineSince",
      ${milliseconds(sql`v.last_allocated_time`)} as "lastAllocatedTime",
      ${milliseconds(sql`v.last_chat_ended_time`)} as "lastChatEndedTime",
      array(
        select department_id::text from department_agents d where d.site_id = v.site_id and d.agent_id = v.id
      ) as "departmentIds",
      case when s.is_limit_max_concurrent_chats_for_all_agents is false
        then coalesce(o.max_concurrent_chats, s.max_concurrent_chats_for_all_agents)
        else coalesce(s.max_concurrent_chats_for_all_agents, 3) end as "limit",
      coalesce(o.if_auto_accept_chat, true) as "isAutoAccepting",
      coalesce(b.n, 0) as load
    from available v
    left join auto_distributions s on s.site_id = v.site_id
    left join agent_distributions o on o.site_id = v.site_id and o.agent_id = v.id
    left join busy b on b.agent_id = v.id`
}

function agentOf(row: AgentRow): FloorAgent {
  return {
    ...row,
    departmentIds: new Set(row.departmentIds),
    onlineSince: new Date(row.onlineSince),
    lastAllocatedTime: row.lastAllocatedTime === null ? null : new Date(row.lastAllocatedTime),
    lastChatEndedTime: row.lastChatEndedTime === null ? null : new Date(row.lastChatEndedTime),
  }
}

function rulesOf(row: FloorRow): DistributionRules {
  return {
    isAutomatic: row.isAutomatic ?? true,
    method: row.method ?? 'loadBanlancing',
    isLastChattedAgentPreferred: row.isLastChattedAgentPreferred ?? false,
    canExceedLimitByHand: row.canExceedLimitByHand ?? false,
    departments: new Map((row.departments ?? []).map(({ id, ...rules }) => [id, rules])),
  }
}
