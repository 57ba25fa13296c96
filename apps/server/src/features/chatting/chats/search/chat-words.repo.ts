import { sql } from 'drizzle-orm'
import type { SiteId } from '../../../../context.ts'
import type { Db } from '../../../../db/db.ts'

/**
 * Lets keywords find chats that have ended: nothing more is said in them. The words are those of visitor, agents and
 * chatbot, notes among them; system lines are left out, since what they say is in every chat. The migration that made the
 * table holds the rule itself, for this and for `chat_words_query`.
 */
export async function insertChatWords(db: Db, siteId: SiteId, chatIds: readonly string[]): Promise<void> {
  if (!chatIds.length) return
  await db.execute(sql`
    insert into chat_words (site_id, chat_id, requested_time, words)
    select c.site_id, c.id, c.requested_time, chat_words_of(c.site_id, c.visitor_name, c.visitor_email, (
      select string_agg(e.content, E'\\n' order by e.seq) from chat_events e
      where e.site_id = c.site_id and e.chat_id = c.id and e.type <> 'system'))
    from chats c
    where c.site_id = ${siteId} and c.id = any(${sql.param([...chatIds])}::uuid[]) and c.state = 'ended'
    on conflict (site_id, chat_id) do nothing`)
}
