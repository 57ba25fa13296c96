import { once } from 'node:events'
import type { AckFrame } from '@parley/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { RawClient } from '../../test/raw-client.ts'
import { startWorld, type TestSite, type World } from '../../test/realtime-world.ts'

let world: World
let site: TestSite

beforeAll(async () => {
  world = await startWorld()
  site = await world.site()
})

afterAll(() => world.close())

/** The status and code with which an upgrade is refused. */
async function refusalOf(url: string): Promise<{ status: number | undefined; code: number | undefined }> {
  const socket = new WebSocket(url)
  socket.on('error', () => undefined)
  const [, response] = await once(socket, 'unexpected-response')
  const body = (await response.toArray()).join('')
  return { status: response.statusCode, code: body ? JSON.parse(body).code : undefined }
}

/** The ids of all acknowledgements so far. */
const answersOf = (client: RawClient) => client.frames.flatMap(({ id }) => (id === undefined ? [] : [id]))
const codeOf = (answer: AckFrame) => (answer.ok ? undefined : answer.code)

describe('connections', () => {
  test('CON-1 paths are known in any case, and everything else is 404', async () => {
    const client = await RawClient.open(`${world.url}/Realtime/VISITOR?x=1`)
    await client.close()
    expect(await refusalOf(`${world.url}/realtime/admin`)).toEqual({ status: 404, code: 404000 })
    expect(await refusalOf(`${world.url}/realtime`)).toEqual({ status: 404, code: 404000 })
    expect(await refusalOf(`${world.url}/elsewhere`)).toEqual({ status: 404, code: 404000 })
  })

  test('CON-2 any origin may connect', async () => {
    const client = await world.connect('visitor', { headers: { Origin: 'https://shop.example' } })
    await client.close()
  })

  test.each(['visitor', 'agent'] as const)('CON-3 a %s who does not say hello first is refused', async (kind) => {
    const client = await world.connect(kind)
    const answer = await client.ask('chat.events', { chatId: crypto.randomUUID(), afterSeq: 0 })
    expect(answer).toMatchObject({ ok: false, code: 401000 })
    expect((await client.closed).code).toBe(4401)
  })

  test('CON-3 a hello refused for its input may be repeated', async () => {
    const client = await world.connect('visitor')
    const { siteId, campaignId } = site
    expect(await client.ask('visitor.hello', { siteId, campaignId })).toMatchObject({
      code: 400000,
      message: "Parameter 'page' is required.",
    })
    await client.call('visitor.hello', { siteId, campaignId, page: { url: 'https://shop.example/' } })
    await client.close()
  })

  test('CON-3 silence instead of a hello ends the connection', async () => {
    const impatient = await startWorld({ databaseUrl: world.databaseUrl, limits: { helloMs: 20, heartbeatMs: 200 } })
    const client = await impatient.connect('agent')
    expect((await client.closed).code).toBe(4429)
    await impatient.close()
  })

  test('CON-4 a second hello is refused', async () => {
    const { client } = await world.visitor(site)
    const page = { url: 'https://shop.example/' }
    const { siteId, campaignId } = site
    expect(await client.ask('visitor.hello', { siteId, campaignId, page })).toMatchObject({ code: 409000 })
    await client.call('visitor.page', { page })
    await client.close()
  })

  test('CON-4 two hellos at once are one and a refusal, whatever they carry', async () => {
    const client = await world.connect('visitor')
    const { siteId, campaignId } = site
    const hello = () =>
      client.ask('visitor.hello', {
        siteId,
        campaignId,
        page: { url: 'https://shop.example/' },
        chatId: crypto.randomUUID(),
      })
    const answers = await Promise.all([hello(), hello()])
    expect(answers.map(codeOf)).toEqual([undefined, 409000])
    await client.close()
  })

  test('CON-5 a request that came the wrong way is refused', async () => {
    const strict = await startWorld({ databaseUrl: world.databaseUrl, isAllowed: () => false })
    expect(await refusalOf(`${strict.url}/realtime/visitor`)).toEqual({ status: 403, code: 403004 })
    await strict.close()
  })

  test('CON-6 the living get heartbeats, the dead are cut', async () => {
    const quick = await startWorld({ databaseUrl: world.databaseUrl, limits: { heartbeatMs: 100 } })
    const { client } = await quick.visitor(site)
    const dead = new WebSocket(`${quick.url}/realtime/visitor`, { autoPong: false })
    const [code] = await once(dead, 'close')
    expect(code).toBe(1006)
    expect(client.frames.some((frame) => Object.keys(frame).length === 0)).toBe(true)
    await client.call('visitor.page', { page: { url: 'https://shop.example/still-here' } })
    await quick.close()
  })

  test('CON-7 a keep-alive is not answered, CON-8 and nothing is compressed', async () => {
    const { client } = await world.visitor(site)
    const before = answersOf(client).length
    for (let times = 0; times < 5; times++) client.socket.send('{}')
    await client.call('visitor.page', { page: { url: 'https://shop.example/alive' } })
    expect(answersOf(client)).toHaveLength(before + 1)
    expect(client.socket.extensions).toBe('')
    const eager = new WebSocket(`${world.url}/realtime/visitor`, { perMessageDeflate: true })
    await once(eager, 'open')
    expect(eager.extensions).toBe('')
    eager.close()
    await client.close()
  })

  test('CON-10 a closing server says so and sends everybody away', async () => {
    const closing = await startWorld({ databaseUrl: world.databaseUrl })
    const { client } = await closing.visitor(site)
    const deaf = await closing.connect('agent')
    deaf.socket.pause()
    const news = client.next<{ reconnectInMs: number }>('server.closing')
    await closing.close()
    expect((await news).reconnectInMs).toBeGreaterThanOrEqual(0)
    expect((await client.closed).code).toBe(1001)
    expect(closing.gateway.connectionCount()).toBe(0)
    deaf.socket.terminate()
  })

  test('RES-6 when news of other processes may be lost, everybody is asked to come again', async () => {
    let tellGap = () => {}
    const onGap = (listener: () => void) => {
      tellGap = listener
      return () => undefined
    }
    const gappy = await startWorld({ databaseUrl: world.databaseUrl, bus: (local) => ({ ...local, onGap }) })
    const { client, hello } = await gappy.visitor(site)
    for (let times = 0; times < 3; times++) tellGap()
    await client.next('server.closing')
    expect((await client.closed).code).toBe(1012)
    const { visitorId, visitorToken } = hello
    const { hello: again } = await gappy.visitor(site, { visitorId, visitorToken })
    expect(again.sessionId).toBe(hello.sessionId)
    await gappy.close()
  })
})

describe('frames', () => {
  test.each([
    ['half an object', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"text"'],
    ['an id that is a text', '{"id":"a"}'],
    ['an id that is no whole number', '{"id":1.5,"command":"x"}'],
    ['an id below 0', '{"id":-7,"command":"x"}'],
    ['very many brackets', '['.repeat(100_000)],
  ])('CMD-3 %s is answered, and the connection goes on', async (_name, text) => {
    const { client } = await world.visitor(site)
    client.socket.send(text)
    expect(await client.unreadable()).toMatchObject({ id: -1, ok: false, code: 400000 })
    await client.call('visitor.page', { page: { url: 'https://shop.example/next' } })
    await client.close()
  })

  test('CMD-3 a frame without a command is answered under its id, an unknown command with 404', async () => {
    const { client } = await world.visitor(site)
    for (const command of ['nothing', '__proto__', 'constructor', 'agent.hello', 'x'.repeat(60)]) {
      expect(await client.ask(command)).toMatchObject({ ok: false, code: 404000 })
    }
    expect(await client.ask('')).toMatchObject({ ok: false, code: 400000 })
    client.socket.send(Buffer.from('{"id":1,"command":"visitor.page"}'), { binary: true })
    expect(await client.unreadable()).toMatchObject({ code: 400000, message: 'Frames must be text.' })
    await client.close()
  })

  test('CMD-1 text that is no UTF-8 and frames that are too large end the connection, and only that', async () => {
    const [garbled, large] = [await world.visitor(site), await world.visitor(site)]
    garbled.client.socket.send(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { binary: false })
    expect((await garbled.client.closed).code).toBe(1007)
    large.client.socket.send('x'.repeat(128 * 1024 + 1))
    expect((await large.client.closed).code).toBe(1009)
    const { client } = await world.visitor(site)
    await client.close()
  })

  test('CMD-4 payloads are read as bodies are', async () => {
    const { client } = await world.visitor(site)
    await client.call('visitor.page', { PAGE: { Url: 'https://shop.example/a', title: null, unknown: 1 }, other: [] })
    expect(await client.ask('visitor.page', { page: { url: 5 } })).toMatchObject({
      code: 400000,
      message: "Parameter 'page.url' must be a string.",
    })
    expect(await client.ask('visitor.page', 'text')).toMatchObject({ code: 400000 })
    expect(await client.ask('visitor.page', { page: { url: 'a\0b' } })).toMatchObject({ code: 400000 })
    expect(await client.ask('chat.end', { chatId: "' or 1=1 --" })).toMatchObject({ code: 400000 })
    await client.close()
  })

  test('CMD-2 every command is answered once, under its own id', async () => {
    const { client } = await world.visitor(site)
    const before = answersOf(client).length
    const pages = Array.from({ length: 30 }, (_, i) => ({ page: { url: `https://shop.example/${i % 3}` } }))
    await Promise.all([
      ...pages.map((payload) => client.call('visitor.page', payload)),
      client.ask('chat.end', { chatId: crypto.randomUUID() }),
      client.ask('nothing'),
    ])
    const ids = answersOf(client).slice(before)
    expect(ids).toHaveLength(32)
    expect(new Set(ids).size).toBe(32)
    await client.close()
  })

  test('CMD-7 a fault of the server is answered without its cause, and the connection goes on', async () => {
    const broken = await startWorld()
    const { client } = await broken.visitor(await broken.site())
    await broken.app.database.db.execute('alter table page_views rename to gone')
    const page = { url: 'https://shop.example/new' }
    expect(await client.ask('visitor.page', { page })).toEqual({
      id: expect.any(Number),
      ok: false,
      code: 500000,
      message: 'The server failed.',
    })
    await broken.app.database.db.execute('alter table gone rename to page_views')
    await client.call('visitor.page', { page })
    await broken.close()
  })

  test('CMD-8 frames over the rate are refused, CMD-9 and who goes on is sent away', async () => {
    const { client } = await world.visitor(site)
    const { client: neighbour } = await world.visitor(site)
    const codes = await Promise.all(Array.from({ length: 280 }, async () => codeOf(await client.ask('nothing'))))
    expect(codes.slice(0, 199)).toEqual(codes.slice(0, 199).map(() => 404000))
    expect(codes.at(-1)).toBe(429000)
    for (let id = 1000; id < 1300; id++) client.socket.send(JSON.stringify({ id, command: 'nothing' }))
    expect((await client.closed).code).toBe(4429)
    await neighbour.call('visitor.page', { page: { url: 'https://shop.example/calm' } })
    await neighbour.close()
  })

  test('CMD-9 broken frames are forgiven up to a point', async () => {
    const { client } = await world.visitor(site)
    for (let count = 0; count < 150; count++) client.socket.send('nonsense')
    expect((await client.closed).code).toBe(4429)
  })
})

describe('back-pressure', () => {
  test('BAC-1 who does not read is sent away, BAC-2 and nobody else waits', async () => {
    const { client: slow } = await world.agent(site)
    const { client: quick } = await world.agent(site)
    slow.socket.pause()
    const rounds = 40
    for (let round = 0; round < rounds; round++) {
      world.app.bus.publish({ type: 'agent.status', siteId: site.siteId, agentId: round, status: 'x'.repeat(500_000) })
      await quick.next<{ agentId: number }>('agent.status', ({ agentId }) => agentId === round)
    }
    slow.socket.resume()
    expect((await slow.closed).code).toBe(4408)
    expect(slow.all('agent.status').length).toBeLessThan(rounds)
    await quick.close()
  })
})
