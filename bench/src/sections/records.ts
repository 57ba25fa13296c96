import pg from 'pg'
import { compareTimes } from '../load/turns.ts'
import { insertHistory } from '../shared/history.ts'
import type { Arena, Row } from './section.ts'

const ROUNDS = 20
const DAY_MS = 86_400_000
const ALL_TIMES = 'timeFrom=2000-01-01T00:00:00&timeTo=2040-01-01T00:00:00'

/** What is looked for among the invented chats; every thousandth has the rare word. */
const SEARCHES: Readonly<Record<string, { keywords: string; query?: string }>> = {
  'a word nobody said': { keywords: 'hippopotamus' },
  'a rare word': { keywords: 'zeppelin' },
  'part of an address': { keywords: 'itor77@ex' },
  'a word of every chat': { keywords: 'table' },
  'two words of every chat': { keywords: 'friday bergen' },
  'a word of every chat, 50th page': { keywords: 'table', query: '&pageIndex=50' },
  'a word of every chat, of a day': {
    keywords: 'table',
    query: `&timeFrom=${new Date(Date.now() - DAY_MS).toISOString()}`,
  },
}

/** Searching finished chats beside listing them, over all times. */
export async function measureRecords(arena: Arena): Promise<Row[]> {
  const { target, api, token, campaignId, databaseUrl, chats } = arena
  const { id: agentId } = await api.call('agents.getMe')
  await insertHistory(databaseUrl, { siteId: target.siteId, campaignId, agentId, chats })
  const list = `/api/v3/livechat/chats?pageSize=50`
  const limit = { token, path: `${list}&${ALL_TIMES}` }
  const against = `first page of ${chats.toLocaleString('en')}`
  const rows: Row[] = []
  const measure = async (name: string, path: string) => {
    const times = await compareTimes(target.url, { ours: { token, path }, limit }, ROUNDS)
    rows.push({ name, unit: 'ms', ...times, against, isBetter: 'less' })
  }
  await measure('no keywords, middle page', `${limit.path}&pageIndex=${Math.ceil(chats / 100)}`)
  await measure('no keywords, last page', `${limit.path}&pageIndex=${Math.ceil(chats / 50)}`)
  for (const [name, { keywords, query = '' }] of Object.entries(SEARCHES)) {
    const times = query.includes('timeFrom') ? 'timeTo=2040-01-01T00:00:00' : ALL_TIMES
    await measure(name, `${list}&${times}&keywords=${encodeURIComponent(keywords)}${query}`)
    console.error(`${name}:\n${await planOfCount(databaseUrl, target.siteId, keywords)}\n`)
  }
  return rows
}

/** How PostgreSQL counts the chats that a search finds. */
async function planOfCount(databaseUrl: string, siteId: number, keywords: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers, costs off)
      select count(*) from chat_words where site_id = ${client.escapeLiteral(String(siteId))}
        and words @@ chat_words_query(${client.escapeLiteral(String(siteId))}, ${client.escapeLiteral(keywords)})`,
    )
    return rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n')
  } finally {
    await client.end()
  }
}
