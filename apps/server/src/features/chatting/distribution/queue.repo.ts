import { sql } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import type { Target } from './floor.ts'

/** A waiting chat and its place among those that wait for the same target. */
export interface QueuedRow extends Target {
  readonly chatId: string
  readonly visitorId: string
  readonly priority: number
  /** in milliseconds */
  readonly requestedTime: number
  readonly position: number
}

/** The queue of every target, in order. */
export async function listQueue(db: Db, siteId: number): Promise<QueuedRow[]> {
  const { rows } = await db.execute(sql`
    select id as "chatId", visitor_id as "visitorId", department_id as "departmentId",
      target_agent_id as "targetAgentId",
      priority, (extract(epoch from requested_time) * 1000)::float8 as "requestedTime",
      (row_number() over (partition by department_id, target_agent_id order by priority desc, requested_time, id))::int as position
    from chats where site_id = ${siteId} and state = 'waiting'
    order by department_id, target_agent_id, position`)
  return rows as unknown as QueuedRow[]
}

const SAMPLE = 100

/** How long the last chats took on average, in seconds; null when there was none. */
export async function averageChatSeconds(db: Db, siteId: number): Promise<number | null> {
  const { rows } = await db.execute(sql`
    select avg(extract(epoch from ended_time - answered_time))::float8 as seconds from (
      select ended_time, answered_time from chats
      where site_id = ${siteId} and state = 'ended' and status = 'normal'
      order by requested_time desc, id desc limit ${SAMPLE}
    ) latest`)
  return (rows[0] as { seconds: number | null } | undefined)?.seconds ?? null
}
