import pg from 'pg'

const MESSAGES_PER_CHAT = 6

const CHATS = `
  insert into chats (site_id, id, visitor_id, session_id, campaign_id, client_request_id, state, status, agent_id,
    requested_time, answered_time, ended_time, ended_by, last_seq, last_message, last_message_by, last_message_time,
    visitor_messages_count, agent_messages_count, visitor_name, visitor_email, requesting_page_url, requesting_page_title)
  select $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $2, 'history-' || n, 'ended', 'normal', $3,
    t, t + interval '20 s', t + interval '5 min', 'visitor', $5, 'Thank you', 'visitor', t + interval '4 min',
    $5 / 2, $5 / 2, 'Visitor ' || n, 'visitor' || n || '@example.com', 'https://shop.example/' || n, 'Page ' || n
  from generate_series(1, $4::int) n, lateral (select now() - n * interval '4 min' as t)`

const EVENTS = `
  insert into chat_events (site_id, chat_id, seq, type, sender_id, sender_name, content, sent_time, client_message_id)
  select c.site_id, c.id, seq, case when seq % 2 = 1 then 'visitor' else 'agent' end,
    case when seq % 2 = 1 then c.visitor_id::text else c.agent_id::text end, 'Somebody',
    'Could you tell me whether this table can be delivered to Bergen before Friday? (' || seq || ')'
      || case when c.client_request_id like '%000' then ' zeppelin' else '' end,
    c.requested_time + seq * interval '20 s', seq::text
  from chats c, generate_series(1, $2::int) seq where c.site_id = $1 and c.client_request_id like 'history-%'`

const AGENTS = `
  insert into chat_agents (site_id, chat_id, agent_id, joined_time, left_time)
  select site_id, id, agent_id, answered_time, ended_time from chats
  where site_id = $1 and client_request_id like 'history-%'`

const WORDS = `
  insert into chat_words (site_id, chat_id, requested_time, words)
  select c.site_id, c.id, c.requested_time, chat_words_of(c.site_id, c.visitor_name, c.visitor_email, (
    select string_agg(e.content, E'\\n' order by e.seq) from chat_events e where e.site_id = c.site_id and e.chat_id = c.id))
  from chats c where c.site_id = $1 and c.client_request_id like 'history-%' order by c.requested_time`

/** Fills an empty site with finished chats of the last month. */
export async function insertHistory(
  databaseUrl: string,
  site: { readonly siteId: number; readonly campaignId: string; readonly agentId: number; readonly chats: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(CHATS, [site.siteId, site.campaignId, site.agentId, site.chats, MESSAGES_PER_CHAT])
    await client.query(EVENTS, [site.siteId, MESSAGES_PER_CHAT])
    await client.query(AGENTS, [site.siteId])
    await client.query(WORDS, [site.siteId])
    await client.query('vacuum analyze chats, chat_events, chat_agents, chat_words')
  } finally {
    await client.end()
  }
}
