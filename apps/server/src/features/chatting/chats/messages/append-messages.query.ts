import type pg from 'pg'

/** A message as it goes into the statement. */
export interface MessageRow {
  readonly siteId: number
  readonly chatId: string
  readonly type: 'visitor' | 'agent' | 'note'
  readonly senderId: string
  /** null: the name the visitor gave */
  readonly senderName: string | null
  readonly clientMessageId: string
  readonly content: string
  readonly time: Date
}

/**
 * What became of a message. `stored` and `repeat` carry its place; `moved`: the chat changed while the statement waited
 * for it, so that it has to be asked again.
 */
export type Verdict = 'stored' | 'repeat' | 'moved' | 'unknown' | 'ended' | 'unanswered' | 'outside'

export interface AppendedRow {
  readonly ord: number
  readonly verdict: Verdict
  readonly seq: number | null
  readonly sentTime: Date | null
  readonly senderName: string | null
  readonly visitorId: string | null
  readonly agentIds: number[] | null
}

/**
 * One statement locks the chats of a batch in the order of their ids, checks every message, numbers them in order of
 * arrival, appends them and brings the chats' read model up to date.
 *
 * A statement sees the database as it was when it began, except for rows it had to wait for. So a chat whose last
 * number is another under the lock than in that picture is left alone, and its messages are asked again: what the
 * picture says of repeats and of who is in the chat would be old. Whoever changes who may write appends an event.
 */
const APPEND = `
with input as materialized (
  select * from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
    with ordinality as i(site_id, chat_id, type, sender_id, sender_name, client_id, content, time, ord)
), locked as materialized (
  select c.site_id, c.id, c.state, c.visitor_id, c.visitor_name, c.last_seq, c.unanswered_since
  from chats c
  where (c.site_id, c.id) in (select i.site_id, i.chat_id from input i)
  order by c.site_id, c.id
  for no key update of c
), known as materialized (
  select l.*, l.last_seq <> p.last_seq as is_moved,
    array(select a.agent_id from chat_agents a
      where a.site_id = l.site_id and a.chat_id = l.id and a.left_time is null) as agent_ids
  from locked l join chats p on p.site_id = l.site_id and p.id = l.id
), judged as materialized (
  select i.*, k.visitor_id, k.agent_ids, k.last_seq, k.unanswered_since, e.seq as old_seq, e.sent_time as old_time,
    coalesce(i.sender_name, case when i.type = 'visitor' then k.visitor_name end) as shown_name,
    case
      when k.id is null then 'unknown'
      when i.type = 'visitor' and k.visitor_id::text <> i.sender_id then 'unknown'
      when k.is_moved then 'moved'
      when e.seq is not null then 'repeat'
      when k.state = 'ended' then 'ended'
      when i.type <> 'visitor' and k.state <> 'active' then 'unanswered'
      when i.type <> 'visitor' and i.sender_id <> all (k.agent_ids::text[]) then 'outside'
      else 'stored'
    end as verdict
  from input i
  left join known k on k.site_id = i.site_id and k.id = i.chat_id
  -- the chat is compared as text, so that no plan walks through all its events by their numbers
  left join chat_events e on e.site_id = i.site_id and e.sender_id = i.sender_id
    and e.client_message_id = i.client_id and e.chat_id::text = i.chat_id::text
), numbered as materialized (
  select j.*, j.last_seq + (row_number() over chat)::int as seq,
    count(*) filter (where j.type = 'agent')
      over (partition by j.site_id, j.chat_id order by j.ord rows between unbounded preceding and 1 preceding) as turn
  from judged j
  where j.verdict = 'stored'
  window chat as (partition by j.site_id, j.chat_id order by j.ord)
), turns as (
  -- a turn: messages of the visitor, and the agent's message that answers them
  select site_id, chat_id, turn, bool_or(type = 'agent') as is_answered,
    extract(epoch from max(time) filter (where type = 'agent') - asked) as seconds, asked
  from (
    select n.*, coalesce(
      case when turn = 0 then unanswered_since end,
      min(time) filter (where type = 'visitor') over (partition by site_id, chat_id, turn)) as asked
    from numbered n where type in ('visitor', 'agent')
  ) said
  group by site_id, chat_id, turn, asked
), answers as (
  select site_id, chat_id, count(*) filter (where is_answered and asked is not null) as responses,
    coalesce(sum(greatest(seconds, 0)) filter (where is_answered and asked is not null), 0) as seconds,
    (array_agg(case when is_answered then null else asked end order by turn desc))[1] as unanswered_since
  from turns group by site_id, chat_id
), summed as (
  select site_id, chat_id, max(seq) as last_seq, bool_or(type <> 'note') as has_said,
    (array_agg(left(content, 280) order by seq desc) filter (where type <> 'note'))[1] as last_message,
    (array_agg(type order by seq desc) filter (where type <> 'note'))[1] as last_by,
    max(time) filter (where type <> 'note') as last_time,
    count(*) filter (where type = 'visitor') as of_visitor, count(*) filter (where type = 'agent') as of_agent
  from numbered group by site_id, chat_id
), saved as (
  update chats c set
    last_seq = s.last_seq,
    last_message = case when s.has_said then s.last_message else c.last_message end,
    last_message_by = case when s.has_said then s.last_by else c.last_message_by end,
    last_message_time = case when s.has_said then s.last_time else c.last_message_time end,
    visitor_messages_count = c.visitor_messages_count + s.of_visitor,
    agent_messages_count = c.agent_messages_count + s.of_agent,
    unanswered_since = case when s.has_said then a.unanswered_since else c.unanswered_since end,
    response_seconds = c.response_seconds + coalesce(a.seconds, 0),
    responses = c.responses + coalesce(a.responses, 0)
  from summed s left join answers a on a.site_id = s.site_id and a.chat_id = s.chat_id
  where c.site_id = s.site_id and c.id = s.chat_id
), appended as (
  insert into chat_events (site_id, chat_id, seq, type, sender_id, sender_name, content, sent_time, client_message_id)
  select site_id, chat_id, seq, type, sender_id, shown_name, content, time, client_id from numbered
)
select j.ord::int as ord, j.verdict, coalesce(n.seq, j.old_seq) as seq,
  case j.verdict when 'stored' then j.time when 'repeat' then j.old_time end as "sentTime",
  j.shown_name as "senderName", j.visitor_id as "visitorId", j.agent_ids as "agentIds"
from judged j left join numbered n on n.ord = j.ord
order by j.ord`

/** Stores a batch of messages; answers each by its place in the batch, counted from 1. */
export async function appendMessages(pool: pg.Pool, batch: readonly MessageRow[]): Promise<AppendedRow[]> {
  const { rows } = await pool.query<AppendedRow>({
    name: 'append-messages',
    text: APPEND,
    values: [
      batch.map((row) => row.siteId),
      batch.map((row) => row.chatId),
      batch.map((row) => row.type),
      batch.map((row) => row.senderId),
      batch.map((row) => row.senderName),
      batch.map((row) => row.clientMessageId),
      batch.map((row) => row.content),
      batch.map((row) => row.time),
    ],
  })
  return rows
}
