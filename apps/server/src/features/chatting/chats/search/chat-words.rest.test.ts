import { api, type Shape } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, type Line, playChat, visitorOf } from '../../../../../test/live-data.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  const agent = await agentAtWork(server, site)
  const chats: [{ name: string; email?: string }, Line[]][] = [
    [
      { name: 'Ada Bergström', email: 'ada.b@example.com' },
      [
        ['visitor', 'Can order-4711 be delivered before Friday?'],
        ['agent', 'It’s on its way. <b>Tracking</b>: https://parcels.example/T99'],
        ['note', 'Always asks twice'],
      ],
    ],
    [
      { name: '王小明' },
      [
        ['visitor', '我想退款，订单号 4711'],
        ['agent', '好的'],
      ],
    ],
    [{ name: 'Somchai' }, [['visitor', 'สินค้าเสียหาย ส่งคืนได้ไหม']]],
    [{ name: 'Hana' }, [['visitor', '配送はいつ届きますか。ＡＢＣ 배송이 늦어요']]],
    [{ name: "O'Neil \\ 50%" }, [['visitor', 'hello']]],
  ]
  for (const [request, lines] of chats) {
    const visitor = await visitorOf(server, site)
    await playChat(visitor, agent, request, lines)
    await visitor.close()
  }
  await agent.close()
})

afterAll(() => server?.close())

async function found(keywords: string, actor = site.admin): Promise<(string | null)[]> {
  const { status, body } = await actor.send(api.chats.list, { query: { keywords } })
  expect(status).toBe(200)
  expect(body.totalCount).toBe(body.chats.length)
  return (body.chats as Shape<'Chat'>[]).map(({ preChat }) => preChat.name)
}

const ADA = 'Ada Bergström'

describe('keywords find', () => {
  test.each([
    ['words of different messages', 'friday tracking', [ADA]],
    ['a word of a message and one of the name', 'bergström FRIDAY', [ADA]],
    ['a word of a message and one of the address', 'friday example', [ADA]],
    ['words of notes', 'twice', [ADA]],
    ['words with punctuation around or between them', '"order-4711"?', [ADA]],
    ['a number in any language', '4711', ['王小明', ADA]],
    ['a part of an address in a message', 'parcels.example', [ADA]],
    ['any part of the name', 'rgstr', [ADA]],
    ['a single letter of the name', 'm', ['Somchai', ADA]],
    ['any part of the e-mail address', 'b@ex', [ADA]],
    ['letters with marks, in any case', 'BERGSTRÖM', [ADA]],
    ['signs of a name', "'Neil \\ 5", ["O'Neil \\ 50%"]],
    ['one Chinese character', '退', ['王小明']],
    ['two Chinese characters', '退款', ['王小明']],
    ['a Chinese sentence', '我想退款', ['王小明']],
    ['a Chinese name in part', '小明', ['王小明']],
    ['Chinese and a number', '退款 4711', ['王小明']],
    ['Thai without spaces', 'เสียหาย', ['Somchai']],
    ['Japanese', '届きますか', ['Hana']],
    ['Korean without its ending', '배송', ['Hana']],
    ['letters of full width as plain ones', 'abc', ['Hana']],
  ])('%s', async (_what, keywords, expected) => {
    expect(await found(keywords)).toEqual(expected)
  })
})

describe('keywords do not find', () => {
  test.each([
    ['chats in which one of the words is missing', 'friday monday'],
    ['parts of words of messages', 'frid'],
    ['Chinese characters in another order', '款退'],
    ['Chinese characters that are not together', '我款'],
    ['parts of a name in another order', 'rgström Ada B'],
    ['what system lines say', 'joined'],
    ['anything by punctuation alone', '&|!'],
  ])('%s', async (_what, keywords) => {
    expect(await found(keywords)).toEqual([])
  })

  test('chats of another site', async () => {
    const other = await server.createSite()
    expect(await found('friday', other.admin)).toEqual([])
  })

  test('a chat that runs, until it ends, nor one that was deleted', async () => {
    const own = await server.createSite()
    const [agent, visitor] = await Promise.all([agentAtWork(server, own), visitorOf(server, own)])
    const taken = new Promise((resolve) => void agent.on('chat', resolve))
    const chat = await visitor.startChat({ name: 'Late' })
    await taken
    await chat.send('umbrella')
    expect(await found('umbrella', own.admin)).toEqual([])
    await agent.end(chat.id)
    expect(await found('umbrella', own.admin)).toEqual(['Late'])
    await own.admin.api.call('chats.delete', { params: { id: chat.id } })
    expect(await found('umbrella', own.admin)).toEqual([])
    await Promise.all([agent.close(), visitor.close()])
  })

  test.each([
    ['Chinese characters', 0x4e00, 20_000],
    ['rare Chinese characters', 0x20000, 40_000],
    // each stands for four letters
    ['Arabic ligatures', 0xfdf2, 8],
  ])(
    'a chat with more different words than fit ends like any other, and its beginning is found: %s',
    async (_what, first, letters) => {
      const own = await server.createSite()
      const [agent, visitor] = await Promise.all([agentAtWork(server, own), visitorOf(server, own)])
      const random = numbersBelow(letters + Math.ceil(letters / 12))
      const letterAt = (place: number) => (place < letters ? String.fromCodePoint(first + place) : ' ')
      const noise = () => Array.from({ length: 30_000 }, () => letterAt(random()))
      const lines = ['lighthouse', ...Array.from({ length: 6 }, () => noise().join(''))]
      await playChat(
        visitor,
        agent,
        { name: 'Long' },
        lines.map((text) => ['visitor', text] as const),
      )
      expect(await found('lighthouse', own.admin)).toEqual(['Long'])
      await Promise.all([agent.close(), visitor.close()])
    },
  )
})

/** Numbers that look like chance and are the same every time. */
function numbersBelow(limit: number): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

describe('a frequent word', () => {
  const CHATS = 21_000
  let own: TestSite

  beforeAll(async () => {
    own = await server.createSite()
    const { siteId, campaignId } = own
    const { db } = server.server.app.database
    const id = sql`lpad(to_hex(${siteId}::bigint * 1000000 + n), 32, '0')::uuid`
    const time = sql`timestamptz '2026-03-04T00:00:00Z' + n * interval '1 s'`
    await db.execute(sql`
      insert into chats (site_id, id, visitor_id, session_id, campaign_id, client_request_id, state, status, requested_time,
        ended_time, visitor_name)
      select ${siteId}, ${id}, ${id}, ${id}, ${campaignId}::uuid, 'c', 'ended', 'missed', ${time}, ${time}, 'V' || n
      from generate_series(1, ${CHATS}::int) n`)
    await db.execute(sql`
      insert into chat_words (site_id, chat_id, requested_time, words)
      select ${siteId}, ${id}, ${time}, chat_words_of(${siteId}, 'V' || n, null,
        case when n % 20 = 0 then 'rare' else 'parcel' end || case when n < 100 then ' early' else '' end)
      from generate_series(1, ${CHATS}::int) n`)
  })

  async function page(query: Record<string, string>) {
    const range = { timeFrom: '2026-03-01T00:00:00', timeTo: '2026-04-01T00:00:00' }
    const { body } = await own.admin.send(api.chats.list, { query: { ...range, pageSize: '3', ...query } })
    return [body.totalCount, ...(body.chats as Shape<'Chat'>[]).map(({ preChat }) => preChat.name)]
  }

  test.each([
    ['on the first page', { keywords: 'parcel' }, [19_950, 'V20999', 'V20998', 'V20997']],
    ['that every chat has', { keywords: 'v' }, [21_000, 'V21000', 'V20999', 'V20998']],
    ['that every chat has, further on', { keywords: 'v', pageIndex: '50' }, [21_000, 'V20853', 'V20852', 'V20851']],
    ['on the last page', { keywords: 'parcel', pageIndex: '6650' }, [19_950, 'V3', 'V2', 'V1']],
    ['beyond the last page', { keywords: 'parcel', pageIndex: '6651' }, [19_950]],
    ['with a rare one', { keywords: 'parcel early', pageIndex: '2' }, [95, 'V96', 'V95', 'V94']],
    ['within a time', { keywords: 'rare', timeTo: '2026-03-04T00:01:00' }, [2, 'V40', 'V20']],
    ['with a visitor', { keywords: 'v', visitorId: '' }, [1, 'V7']],
  ])('%s has exact pages and totals', async (_where, query, expected) => {
    const digits = (own.siteId * 1_000_000 + 7).toString(16).padStart(12, '0')
    const visitorId = `00000000-0000-0000-0000-${digits}`
    const filled = 'visitorId' in query ? { ...query, visitorId } : query
    expect(await page(filled as unknown as Record<string, string>)).toEqual(expected)
  })

  test.each([
    ['the first', {}, [21_000, 'V21000', 'V20999', 'V20998']],
    ['one before the middle', { pageIndex: '1001' }, [21_000, 'V18000', 'V17999', 'V17998']],
    ['one behind the middle', { pageIndex: '6000' }, [21_000, 'V3003', 'V3002', 'V3001']],
    ['one just beyond the end', { pageSize: '1000', pageIndex: '22' }, [21_000]],
    [
      'a short last one',
      { pageSize: '8', pageIndex: '2625' },
      [21_000, ...[8, 7, 6, 5, 4, 3, 2, 1].map((n) => `V${n}`)],
    ],
  ])('pages without keywords are exact: %s', async (_where, query, expected) => {
    expect(await page(query as unknown as Record<string, string>)).toEqual(expected)
  })
})
