import { type SQL, sql } from 'drizzle-orm'
import type { SiteId } from '../../../../context.ts'
import type { Db } from '../../../../db/db.ts'

/** So many characters of a chat are read, from its beginning: all that was said may be more than fits into one value. */
const READ_CHARACTERS = 200_000

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
      with recursive said as (
        (${nextOf(sql`length(content)`, sql`true`)})
        union all
        select n.* from said cross join lateral (
          ${nextOf(sql`said.total + length(content)`, sql`seq > said.seq`)}) n
        where said.total < ${READ_CHARACTERS}::int
      )
      select string_agg(content, E'\\n' order by seq) from said))
    from chats c
    where c.site_id = ${siteId} and c.id = any(${sql.param([...chatIds])}::uuid[]) and c.state = 'ended'
    on conflict (site_id, chat_id) do nothing`)
}

/** The next thing said in the chat `c`, and how much that makes in all. */
function nextOf(total: SQL, isNext: SQL): SQL {
  return sql`select seq, content, ${total} as total from chat_events
    where site_id = c.site_id and chat_id = c.id and type <> 'system' and ${isNext} order by seq limit 1`
}
