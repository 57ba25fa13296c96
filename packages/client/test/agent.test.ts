import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Agent, type ConnectAgentOptions, connectAgent } from '../src/index.ts'
import { type FakeServer, type Peer, startFakeServer } from './fake-server.ts'
import { agentHello, CHAT, collector, event, summary } from './samples.ts'

let server: FakeServer
let agent: Agent | undefined

beforeEach(async () => {
  server = await startFakeServer()
})
afterEach(async () => {
  await agent?.close()
  await server.close()
})

async function connected(
  hello = agentHello(),
  options: Partial<ConnectAgentOptions> = {},
): Promise<{ agent: Agent; peer: Peer }> {
  const connecting = connectAgent({ url: server.url, token: 'token', status: 'Online', firstRetryMs: 1, ...options })
  const peer = await server.connection()
  await peer.expect('agent.hello', hello)
  agent = await connecting
  return { agent, peer }
}

describe('signing in', () => {
  test('the hello carries token and status', async () => {
    const connecting = connectAgent({ url: server.url, token: 'token', status: 'Online' })
    const peer = await server.connection()
    const hello = await peer.expect('agent.hello', agentHello())
    agent = await connecting
    expect(peer.path).toBe('/realtime/agent')
    expect(hello.payload).toEqual({ token: 'token', status: 'Online', resume: [] })
    expect(agent).toMatchObject({ agentId: 1, displayName: 'Ann', status: 'Online' })
  })

  test('a refused token is an error', async () => {
    const connecting = connectAgent({ url: server.url, token: 'old', firstRetryMs: 1 })
    const peer = await server.connection()
    peer.refuse(await peer.next(), 401002, 'The token has expired')
    await expect(connecting).rejects.toMatchObject({ code: 401002 })
  })

  test('a token function is asked for another token when one is refused', async () => {
    const asked: (string | undefined)[] = []
    const token = async (stale?: string) => {
      asked.push(stale)
      return stale === 'old' ? 'new' : 'old'
    }
    const connecting = connectAgent({ url: server.url, token, firstRetryMs: 1 })
    const first = await server.connection()
    first.refuse(await first.next(), 401002)
    const second = await server.connection()
    const hello = await second.expect('agent.hello', agentHello())
    agent = await connecting
    expect(hello.payload.token).toBe('new')
    expect(asked).toEqual([undefined, 'old'])
  })

  test('a token function without a better token is not asked for ever', async () => {
    const connecting = connectAgent({ url: server.url, token: async () => 'same', firstRetryMs: 1 })
    for (let i = 0; i < 2; i++) {
      const peer = await server.connection()
      peer.refuse(await peer.next(), 401002)
    }
    await expect(connecting).rejects.toMatchObject({ code: 401002 })
  })

  test('a token that expires soon is replaced on the open connection', async () => {
    const jwt = (seconds: number) => `h.${btoa(JSON.stringify({ exp: Date.now() / 1000 + seconds }))}.s`
    const token = async (stale?: string) => jwt(stale ? 7200 : 1)
    const { peer } = await connected(agentHello(), { token })
    await peer.expect('agent.token', {})
  })

  test('an agent knows what the own shifts ask for, and hears when they ask for something else', async () => {
    const shift = { isWorking: false, startsTime: '2026-11-23T09:00:00.000Z' }
    const { agent, peer } = await connected({ ...agentHello(), status: 'Away', shift })
    expect(agent.shift).toEqual(shift)
    const told = collector<unknown>()
    agent.on('shift', told.listen)
    peer.event('agent.shift', { shift: { isWorking: true, startsTime: null } })
    expect(await told.until(1)).toEqual([{ shift: { isWorking: true, startsTime: null } }])
    expect(agent.shift).toEqual({ isWorking: true, startsTime: null })
  })

  test('a revoked agent is told why and does not come back', async () => {
    const { agent, peer } = await connected()
    const revoked = collector<unknown>()
    agent.on('revoked', revoked.listen)
    peer.event('agent.revoked', { reason: 'The agent was deactivated' })
    peer.close(4401)
    expect(await revoked.until(1)).toEqual([{ reason: 'The agent was deactivated' }])
    expect(agent.connection).toBe('closed')
  })
})

describe('chats', () => {
  test('an offer can be accepted; the chat is mine then, with everything said before', async () => {
    const { agent, peer } = await connected()
    const log = collector<unknown>()
    agent.on('offer', ({ chatId }) => log.listen(['offer', chatId]))
    agent.on('offerEnded', ({ chatId }) => log.listen(['offerEnded', chatId]))
    agent.on('chat', ({ chatId }) => log.listen(['chat', chatId]))
    agent.on('message', ({ seq }) => log.listen(seq))
    peer.event('chat.offer', { chat: summary({ state: 'offered', agentIds: [], offeredTo: [1] }) })
    await log.until(1)
    expect(agent.offers()).toHaveLength(1)
    const accepting = agent.accept(CHAT)
    const mine = summary({ lastSeq: 2 })
    await peer.expect('chat.accept', mine)
    peer.event('chat.changed', { chat: mine })
    peer.event('chat.message', { chatId: CHAT, event: event(3) })
    expect((await accepting).id).toBe(CHAT)
    await peer.expect('chat.events', { events: [event(1), event(2)] })
    await log.until(6)
    expect(log.items).toEqual([['offer', CHAT], ['offerEnded', CHAT], ['chat', CHAT], 1, 2, 3])
    expect(agent.chats().map(({ id }) => id)).toEqual([CHAT])
    expect(agent.offers()).toEqual([])
  })

  test('a repeat of accept that is refused because the first one worked is a success', async () => {
    const { agent, peer } = await connected()
    const accepting = agent.accept(CHAT)
    await peer.expect('chat.accept')
    peer.cut()
    const again = await server.connection()
    await again.expect('agent.hello', agentHello([summary()]))
    again.refuse(await again.expect('chat.accept'), 409000)
    expect((await accepting).id).toBe(CHAT)
  })

  test('after a cut the cursors of my chats are sent, and what was missed is told once', async () => {
    const { agent, peer } = await connected(agentHello([summary({ lastSeq: 3 })]))
    const heard = collector<number>()
    agent.on('message', ({ seq }) => heard.listen(seq))
    peer.event('chat.message', { chatId: CHAT, event: event(4) })
    await heard.until(1)
    peer.cut()
    const again = await server.connection()
    const missed = [{ chatId: CHAT, events: [event(5), event(6)] }]
    const hello = await again.expect('agent.hello', agentHello([summary({ lastSeq: 6 })], missed))
    expect(hello.payload.resume).toEqual([{ chatId: CHAT, afterSeq: 4 }])
    again.event('chat.message', { chatId: CHAT, event: event(6) })
    again.event('chat.message', { chatId: CHAT, event: event(7) })
    expect(await heard.until(4)).toEqual([4, 5, 6, 7])
  })

  test('a jump in the numbers is filled before what follows is told', async () => {
    const { agent, peer } = await connected(agentHello([summary({ lastSeq: 1 })]))
    const heard = collector<number>()
    agent.on('message', ({ seq }) => heard.listen(seq))
    peer.event('chat.message', { chatId: CHAT, event: event(4) })
    const query = await peer.expect('chat.events')
    expect(query.payload).toEqual({ chatId: CHAT, afterSeq: 1 })
    peer.event('chat.message', { chatId: CHAT, event: event(5) })
    peer.accept(query, { events: [event(2), event(3), event(4)] })
    expect(await heard.until(4)).toEqual([2, 3, 4, 5])
  })

  test('entries of my chat that come as the answer to a question are told too, those of others are not', async () => {
    const other = '00000000-0000-7000-8000-00000000000f'
    const { agent, peer } = await connected(agentHello([summary({ lastSeq: 1 })]))
    const heard = collector<unknown>()
    agent.on('message', ({ chatId, seq }) => heard.listen([chatId, seq]))
    const mine = agent.events(CHAT)
    await peer.expect('chat.events', { events: [event(1), event(2)] })
    const theirs = agent.events(other)
    await peer.expect('chat.events', { events: [event(1), event(2), event(3)] })
    expect([await mine, await theirs].map(({ length }) => length)).toEqual([2, 3])
    peer.event('chat.message', { chatId: other, event: event(4) })
    await heard.until(2)
    expect(heard.items).toEqual([
      [CHAT, 2],
      [other, 4],
    ])
  })

  test('the end of a chat comes after its last entry, and takes it off the list', async () => {
    const { agent, peer } = await connected(agentHello([summary()]))
    const log = collector<unknown>()
    agent.on('message', ({ seq }) => log.listen(seq))
    agent.on('end', log.listen)
    peer.event('chat.changed', { chat: summary({ state: 'ended', endedBy: 'visitor', lastSeq: 1 }) })
    await peer.expect('chat.events', { events: [event(1)] })
    expect(await log.until(2)).toEqual([1, { chatId: CHAT, endedBy: 'visitor', status: 'normal' }])
    expect(agent.chats()).toEqual([])
  })

  test('messages that were not acknowledged are sent again under the same ids', async () => {
    const { agent, peer } = await connected(agentHello([summary()]))
    const sending = agent.send(CHAT, 'Hello')
    const noting = agent.note(CHAT, 'Check the order')
    const first = await peer.expect('chat.send')
    peer.cut()
    const again = await server.connection()
    await again.expect('agent.hello', agentHello([summary()]))
    const second = await again.expect('chat.send', { seq: 1, sentTime: '' })
    await again.expect('chat.note', { seq: 2, sentTime: '' })
    expect(second.payload).toEqual(first.payload)
    expect(await Promise.all([sending, noting])).toMatchObject([{ seq: 1 }, { seq: 2 }])
  })
})

test('watching is taken up again after a cut, with the status last chosen', async () => {
  const { agent, peer } = await connected()
  const watching = agent.watch('site')
  await peer.expect('chats.watch', { chats: [summary({ agentIds: [2], agentId: 2 })] })
  expect(await watching).toHaveLength(1)
  const visitors = agent.watchVisitors(true)
  await peer.expect('visitors.watch', { visitors: [{ id: 'a' }, { id: 'b' }] })
  await visitors
  const away = agent.setStatus('Away')
  await peer.expect('agent.status', { status: 'Away' })
  await away
  peer.cut()
  const again = await server.connection()
  const left = collector<unknown>()
  agent.on('visitorLeft', left.listen)
  const hello = await again.expect('agent.hello', { ...agentHello(), status: 'Away' })
  expect(hello.payload.status).toBe('Away')
  await again.expect('chats.watch', { chats: [] })
  await again.expect('visitors.watch', { visitors: [{ id: 'b' }] })
  expect(await left.until(1)).toEqual([{ visitorId: 'a' }])
  expect(agent.visitors().map(({ id }) => id)).toEqual(['b'])
})

test('after a cut an agent does not bring back what a shift asked for before', async () => {
  const { agent, peer } = await connected()
  const told = collector<unknown>()
  agent.on('status', ({ status }) => told.listen(status))
  const lunch = agent.setStatus('Lunch')
  await peer.expect('agent.status', { status: 'Lunch' })
  await lunch
  peer.event('agent.status', { agentId: 1, status: 'Away', byShift: true })
  await told.until(1)
  expect(agent.status).toBe('Away')
  peer.cut()
  const hello = await (await server.connection()).expect('agent.hello', agentHello())
  expect(hello.payload.status).toBe('Online')
})
