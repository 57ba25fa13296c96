import { type SQL, sql } from 'drizzle-orm'
import type { SiteId } from '../../../../context.ts'
import type { Db } from '../../../../db/db.ts'
import { VISITOR_INACTIVITY } from '../../../campaigns/parts/visitor-inactivity.ts'
import type { SilentChat } from './inactivity-rules.ts'

/** What the visitor is told before the chat ends. */
export const WARNING = 'Are you still there? The chat ends in a minute if nothing is said'

/** A chat in which it is the visitor's turn, and whose campaign ends chats for that. */
export interface SilentRow extends SilentChat {
  readonly siteId: SiteId
  readonly chatId: string
}

const { ifEndChatWhenVisitorIsInactive: IS_ON, minutesOfVisitorInactivity: MINUTES } = VISITOR_INACTIVITY
const minutes = sql`coalesce((p.chat_window->>'minutesOfVisitorInactivity')::int, ${MINUTES}::int)`

/** Chats of all sites whose visitor should be warned by now, or was. */
export async function listSilentChats(db: Db, now: Date, warningMs: number): Promise<SilentRow[]> {
  const by = now.toISOString()
  return query(
    db,
    sql`coalesce(c.last_message_time, c.answered_time)
      <= ${by}::timestamptz + make_interval(secs => ${warningMs / 1000}::int) - make_interval(mins => ${minutes})`,
  )
}

/** One chat, if it is such a one now. */
export async function findSilentChat(db: Db, siteId: SiteId, chatId: string): Promise<SilentRow | undefined> {
  return (await query(db, sql`c.site_id = ${siteId} and c.id = ${chatId}`))[0]
}

/** A visitor whose message nobody has answered is not the one who is silent. */
async function query(db: Db, where: SQL): Promise<SilentRow[]> {
  const { rows } = await db.execute<
    Record<'siteId' | 'minutes', number> & Record<'chatId' | 'since', string> & { warned: string | null }
  >(sql`
    select c.site_id as "siteId", c.id as "chatId", l.since, ${minutes} as minutes, (
      select max(e.sent_time) from chat_events e
      where e.site_id = c.site_id and e.chat_id = c.id and e.type = 'system' and e.content = ${WARNING}
        and e.sent_time > l.since) as warned
    from chats c
    cross join lateral (select coalesce(c.last_message_time, c.answered_time) as since) l
    left join campaign_parts p on p.site_id = c.site_id and p.campaign_id = c.campaign_id
    where c.state = 'active' and c.unanswered_since is null and ${where}
      and coalesce((p.chat_window->>'ifEndChatWhenVisitorIsInactive')::boolean, ${IS_ON}::boolean)`)
  return rows.map(({ siteId, chatId, since, minutes, warned }) => ({
    siteId,
    chatId,
    silentSince: new Date(since),
    minutes,
    warnedTime: warned === null ? null : new Date(warned),
  }))
}
