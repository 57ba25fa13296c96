import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ChatEvent, connectVisitor, type Visitor } from '../src/visitor.ts'
import { type FakeServer, type Peer, startFakeServer } from './fake-server.ts'
import { CAMPAIGN, CHAT, collector, event, visitorChat, visitorHello } from './samples.ts'

let server: FakeServer
let visitor: Visitor | undefined

beforeEach(async () => {
  server = await startFakeServer()
})
afterEach(async () => {
  await visitor?.close()
  await server.close()
})

const page = { url: 'https://shop.example/', title: 'Shop' }

async function connected(chat = visitorChat()): Promise<{ visitor: Visitor; peer: Peer }> {
  const connecting = connectVisitor({ url: server.url, siteId: 10000, campaignId: CAMPAIGN, page, firstRetryMs: 1 })
  const peer = await server.connection()
  await peer.expect('visitor.hello', visitorHello(chat))
  visitor = await connecting
  return { visitor, peer }
}

function chatOf(client: Visitor) {
  if (!client.chat) throw new Error('no chat')
  return client.chat
}

const seqs = (events: readonly ChatEvent[]) => events.map(({ seq }) => seq)

describe('connecting', () => {
  test('the hello names site, campaign and page, and brings id, secret and campaign', async () => {
    const connecting = connectVisitor({ url: `${server.url}/`, siteId: 10000, campaignId: CAMPAIGN, page })
    const peer = await server.connection()
    const hello = await peer.expect('visitor.hello', visitorHello())
    visitor = await connecting
    expect(peer.path).toBe('/realtime/visitor')
    expect(hello.payload).toEqual({ siteId: 10000, campaignId: CAMPAIGN, page })
    expect(visitor).toMatchObject({
      visitorToken: 'secret',
      connection: 'open',
      chat: null,
      campaign: { name: 'Shop' },
    })
  })

  test('a refused hello is an error and not tried again', async () => {
    const connecting = connectVisitor({ url: server.url, siteId: 1, campaignId: CAMPAIGN, page, firstRetryMs: 1 })
    const peer = await server.connection()
    peer.refuse(await peer.next(), 404000, 'No such site')
    await expect(connecting).rejects.toMatchObject({ code: 404000, status: 404, message: 'No such site' })
  })

  test('a server that fails at first is tried again', async () => {
    const connecting = connectVisitor({ url: server.url, siteId: 1, campaignId: CAMPAIGN, page, firstRetryMs: 1 })
    const failing = await server.connection()
    failing.refuse(await failing.next(), 500000)
    const peer = await server.connection()
    await peer.expect('visitor.hello', visitorHello())
    visitor = await connecting
    expect(visitor.connection).toBe('open')
  })

  test('a banned visitor does not come back', async () => {
    const { visitor, peer } = await connected()
    const states = collector<string>()
    visitor.on('connection', states.listen)
    peer.close(4403)
    expect(await states.until(1)).toEqual(['closed'])
    expect(visitor.closedBecause).toBe('banned')
    await expect(visitor.startChat()).rejects.toMatchObject({ code: 0 })
  })

  test('a visitor who was banned while away does not come back', async () => {
    const { visitor, peer } = await connected()
    const closed = new Promise<void>((resolve) => {
      visitor.on('connection', (state) => state === 'closed' && resolve())
    })
    peer.close(1012)
    const next = await server.connection()
    next.refuse(await next.next(), 403000)
    await closed
    expect(visitor.closedBecause).toBe('banned')
  })
})

describe('messages', () => {
  test('events from before there was a listener are told to the first one, once and in order', async () => {
    const { visitor, peer } = await connected(visitorChat({ events: [event(1, 'Hello', 'system')], lastSeq: 1 }))
    const chat = chatOf(visitor)
    peer.event('chat.message', { chatId: CHAT, event: event(2) })
    const sending = chat.send('x')
    await peer.expect('chat.send', { seq: 4, sentTime: '' })
    await sending
    const heard = collector<ChatEvent>()
    chat.on('message', heard.listen)
    peer.event('chat.message', { chatId: CHAT, event: event(4) })
    expect(seqs(await heard.until(3))).toEqual([1, 2, 4])
    expect(seqs(chat.messages)).toEqual([1, 2, 4])
  })

  test('an entry that comes again is dropped, and a gap is not waited for', async () => {
    const { visitor, peer } = await connected()
    const heard = collector<ChatEvent>()
    chatOf(visitor).on('message', heard.listen)
    for (const seq of [1, 1, 3, 2, 3, 7]) peer.event('chat.message', { chatId: CHAT, event: event(seq) })
    expect(seqs(await heard.until(3))).toEqual([1, 3, 7])
  })

  test('what the server has not acknowledged is sent again after a cut, in order and under the same ids', async () => {
    const { visitor, peer } = await connected()
    const chat = chatOf(visitor)
    const sent = ['one', 'two', 'three'].map((text) => chat.send(text, { clientMessageId: text }))
    await peer.expect('chat.send', { seq: 1, sentTime: '' })
    await peer.expect('chat.send')
    peer.cut()
    const again = await server.connection()
    const hello = await again.expect('visitor.hello', visitorHello(visitorChat({ events: [event(1)] })))
    expect(hello.payload).toMatchObject({ visitorToken: 'secret', resume: { chatId: CHAT, afterSeq: 0 } })
    const two = await again.expect('chat.send', { seq: 2, sentTime: '' })
    const three = await again.expect('chat.send', { seq: 3, sentTime: '' })
    expect([two.payload, three.payload]).toMatchObject([{ clientMessageId: 'two' }, { clientMessageId: 'three' }])
    expect((await Promise.all(sent)).map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  test('a message written without connection is sent when there is one', async () => {
    const { visitor, peer } = await connected()
    const states = collector<string>()
    visitor.on('connection', states.listen)
    peer.cut()
    await states.until(1)
    const sending = chatOf(visitor).send('later')
    const again = await server.connection()
    await again.expect('visitor.hello', visitorHello(visitorChat()))
    await again.expect('chat.send', { seq: 1, sentTime: '' })
    expect(await sending).toMatchObject({ seq: 1 })
    expect(states.items).toEqual(['lost', 'connecting', 'open'])
  })

  test('what was missed is told before anything newer, even if that comes first', async () => {
    const { visitor, peer } = await connected(visitorChat({ events: [event(1)] }))
    const heard = collector<ChatEvent>()
    chatOf(visitor).on('message', heard.listen)
    peer.cut()
    const again = await server.connection()
    const hello = await again.expect('visitor.hello')
    again.event('chat.message', { chatId: CHAT, event: event(4) })
    again.accept(hello, visitorHello(visitorChat({ events: [event(2), event(3)] })))
    expect(seqs(await heard.until(4))).toEqual([1, 2, 3, 4])
  })

  test('a refusal reaches the sender; an overload does not', async () => {
    const { visitor, peer } = await connected()
    const refused = chatOf(visitor).send('no')
    peer.refuse(await peer.expect('chat.send'), 409000, 'The chat is over')
    await expect(refused).rejects.toMatchObject({ status: 409, message: 'The chat is over' })
    const patient = chatOf(visitor).send('yes', { clientMessageId: 'a' })
    peer.refuse(await peer.expect('chat.send'), 429000)
    const again = await peer.expect('chat.send', { seq: 1, sentTime: '' })
    expect(again.payload).toMatchObject({ clientMessageId: 'a' })
    expect(await patient).toMatchObject({ seq: 1 })
  })

  test('nothing overtakes a message that the server could not take at first', async () => {
    const { visitor, peer } = await connected()
    const chat = chatOf(visitor)
    const done = Promise.all([chat.send('one'), chat.send('two'), chat.end()])
    peer.refuse(await peer.expect('chat.send'), 500000)
    const order: unknown[] = []
    for (let i = 0; i < 3; i++) {
      const { command, payload, ...rest } = await peer.next()
      order.push([command, payload.content])
      peer.accept({ command, payload, ...rest }, {})
    }
    await done
    expect(order).toEqual([
      ['chat.send', 'one'],
      ['chat.send', 'two'],
      ['chat.end', undefined],
    ])
  })

  test('a message that no frame can carry is refused at once', async () => {
    const { visitor } = await connected()
    await expect(chatOf(visitor).send('ü'.repeat(70_000))).rejects.toMatchObject({ status: 413 })
  })
})

describe('a chat', () => {
  test('news of a requested chat that come before the acknowledgement are not lost', async () => {
    const connecting = connectVisitor({ url: server.url, siteId: 1, campaignId: CAMPAIGN, page })
    const peer = await server.connection()
    await peer.expect('visitor.hello', visitorHello())
    visitor = await connecting
    const starting = visitor.startChat({ name: 'Joe' })
    const request = await peer.expect('chat.request')
    peer.event('chat.message', { chatId: CHAT, event: event(2) })
    peer.event('chat.queue', { chatId: CHAT, position: 2, estimatedWait: null })
    peer.accept(request, visitorChat({ state: 'waiting', events: [event(1, 'Welcome', 'system')] }))
    const chat = await starting
    expect(chat).toMatchObject({ id: CHAT, state: 'waiting', queue: { position: 2 } })
    expect(seqs(chat.messages)).toEqual([1, 2])
    expect(visitor.chat).toBe(chat)
  })

  test('a request is repeated under the same id after a cut', async () => {
    const connecting = connectVisitor({ url: server.url, siteId: 1, campaignId: CAMPAIGN, page, firstRetryMs: 1 })
    const peer = await server.connection()
    await peer.expect('visitor.hello', visitorHello())
    visitor = await connecting
    const starting = visitor.startChat()
    const first = await peer.expect('chat.request')
    peer.cut()
    const again = await server.connection()
    await again.expect('visitor.hello', visitorHello())
    const second = await again.expect('chat.request', visitorChat())
    expect(second.payload.clientRequestId).toBe(first.payload.clientRequestId)
    expect((await starting).id).toBe(CHAT)
  })

  test('its states are told, and its end once', async () => {
    const { visitor, peer } = await connected(
      visitorChat({ state: 'waiting', queue: { chatId: CHAT, position: 1, estimatedWait: 5 } }),
    )
    const chat = chatOf(visitor)
    const log = collector<unknown>()
    chat.on('state', ({ state, agentName }) => log.listen([state, agentName]))
    chat.on('queue', (queue) => log.listen(queue))
    chat.on('end', log.listen)
    peer.event('chat.state', { chatId: CHAT, state: 'active', status: null, agentName: 'Ann', endedBy: null })
    const over = { chatId: CHAT, state: 'ended', status: 'normal', agentName: 'Ann', endedBy: 'agent' }
    peer.event('chat.state', over)
    peer.event('chat.state', over)
    const rating = chat.rate({ grade: 5, comment: 'Thanks' })
    await peer.expect('chat.rate', {})
    await rating
    const told = [['active', 'Ann'], null, ['ended', 'Ann'], { endedBy: 'agent', status: 'normal' }]
    expect(log.items).toEqual(told)
    expect(visitor.chat).toBeNull()
    expect(visitor.endedChat).toBe(chat)
    expect(chat.isRated).toBe(true)
  })

  test('one that ended while the connection was lost is read to its last word', async () => {
    const { visitor, peer } = await connected(visitorChat({ events: [event(1)] }))
    const chat = chatOf(visitor)
    const ends = collector<unknown>()
    chat.on('end', ends.listen)
    peer.cut()
    const again = await server.connection()
    await again.expect('visitor.hello', visitorHello(null))
    const query = await again.expect('chat.events', { events: [event(2, 'Bye')] })
    expect(query.payload).toEqual({ chatId: CHAT, afterSeq: 1 })
    await ends.until(1)
    expect(seqs(chat.messages)).toEqual([1, 2])
  })

  test('one that another tab starts is taken over with all its entries', async () => {
    const connecting = connectVisitor({ url: server.url, siteId: 1, campaignId: CAMPAIGN, page })
    const peer = await server.connection()
    await peer.expect('visitor.hello', visitorHello())
    visitor = await connecting
    const chats = collector<unknown>()
    visitor.on('chat', chats.listen)
    peer.event('chat.state', { chatId: CHAT, state: 'active', status: null, agentName: 'Ann', endedBy: null })
    peer.event('chat.message', { chatId: CHAT, event: event(2) })
    await peer.expect('chat.events', { events: [event(1)] })
    await chats.until(1)
    expect(seqs(visitor.chat?.messages ?? [])).toEqual([1, 2])
  })
})

test('presence is kept up to date', async () => {
  const { visitor, peer } = await connected()
  const heard = collector<{ isOnline: boolean }>()
  visitor.on('presence', heard.listen)
  peer.event('campaign.presence', { isOnline: false, departments: [] })
  expect(await heard.until(1)).toMatchObject([{ isOnline: false }])
  expect(visitor.campaign).toMatchObject({ isOnline: false, name: 'Shop' })
})

test('a connection that falls silent is replaced', async () => {
  const connecting = connectVisitor({
    url: server.url,
    siteId: 1,
    campaignId: CAMPAIGN,
    page,
    silenceLimitMs: 30,
    firstRetryMs: 1,
  })
  const peer = await server.connection()
  await peer.expect('visitor.hello', visitorHello())
  visitor = await connecting
  const again = await server.connection()
  await again.expect('visitor.hello', visitorHello())
  await peer.closed
})
