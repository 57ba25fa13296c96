import type { AgentEvents, AgentResults, ChatEventShape, VisitorEvents, VisitorResults } from '@parley/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RawClient } from '../../test/raw-client.ts'
import { startWorld, type TestSite, type World } from '../../test/realtime-world.ts'

type Message = VisitorEvents['chat.message']
type Hello = VisitorResults['visitor.hello']

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.close())

const keysOf = ({ visitorId, visitorToken }: Hello) => ({ visitorId, visitorToken })
const seqs = (messages: readonly Message[]) => messages.map(({ event }) => event.seq)
const contents = (events: readonly ChatEventShape[]) => events.map(({ content }) => content)
const told = (client: RawClient) => contents(client.all<Message>('chat.message').map(({ event }) => event))

let sent = 0
function send(client: RawClient, chatId: string, content: string, command = 'chat.send') {
  return client.call<{ seq: number }>(command, { chatId, clientMessageId: `m${sent++}`, content })
}

function heard(client: RawClient, content: string): Promise<Message> {
  return client.next<Message>('chat.message', ({ event }) => event.content === content)
}

/** A site with an agent and a visitor in a chat. */
async function chatting(site?: TestSite) {
  const at = site ?? (await world.site())
  const agent = await world.agent(at)
  const visitor = await world.visitor(at)
  const chat = await visitor.client.call<VisitorResults['chat.request']>('chat.request', { clientRequestId: 'r' })
  await agent.client.next<AgentEvents['chat.changed']>('chat.changed')
  return { site: at, agent: agent.client, visitor: visitor.client, hello: visitor.hello, chatId: chat.id, chat }
}

describe('resuming', () => {
  test('RES-1 RES-3 a resumed visitor gets each missed entry once and in order, and no notes', async () => {
    const { site, agent, visitor, hello, chatId } = await chatting()
    const { seq } = await send(visitor, chatId, 'before')
    await heard(visitor, 'before')
    visitor.socket.terminate()
    await visitor.closed
    for (const content of ['one', 'two', 'three']) await send(agent, chatId, content)
    await send(agent, chatId, 'a secret', 'chat.note')

    const resume = { chatId, afterSeq: seq }
    const back = await world.visitor(site, { ...keysOf(hello), resume })
    expect(back.hello.chat).toMatchObject({ id: chatId, state: 'active' })
    expect(contents(back.hello.chat?.events ?? [])).toEqual(['one', 'two', 'three'])
    await send(agent, chatId, 'four')
    await heard(back.client, 'four')
    expect(told(back.client)).toEqual(['four'])

    const fresh = await world.visitor(site, keysOf(hello))
    expect(contents(fresh.hello.chat?.events ?? [])).toContain('before')
  })

  test('RES-1 ORD-2 messages that come while the visitor says hello are neither lost nor doubled', async () => {
    const { site, agent, visitor, hello, chatId } = await chatting()
    visitor.socket.terminate()
    await visitor.closed
    const flood = Promise.all(Array.from({ length: 60 }, (_, i) => send(agent, chatId, `flood ${i}`)))
    const backs = await Promise.all([1, 2, 3].map(() => world.visitor(site, keysOf(hello))))
    await flood
    const { seq } = await send(agent, chatId, 'done')
    for (const back of backs) {
      await heard(back.client, 'done')
      const shown = (back.hello.chat?.events ?? []).map((event) => event.seq)
      const all = [...shown, ...seqs(back.client.all<Message>('chat.message'))]
      expect(all).toEqual(Array.from({ length: seq }, (_, i) => i + 1))
    }
  })

  test('RES-1 a chat that ended while the visitor was away is told with its last words', async () => {
    const { site, agent, visitor, hello, chatId } = await chatting()
    const other = await chatting(site)
    const { seq } = await send(visitor, chatId, 'moment')
    visitor.socket.terminate()
    await visitor.closed
    await send(agent, chatId, 'goodbye')
    await agent.call('chat.end', { chatId })
    const back = await world.visitor(site, { ...keysOf(hello), resume: { chatId, afterSeq: seq } })
    expect(back.hello.chat).toMatchObject({ id: chatId, state: 'ended', status: 'normal', isRated: false })
    expect(contents(back.hello.chat?.events ?? [])).toContain('goodbye')
    expect(contents(back.hello.chat?.events ?? [])).not.toContain('moment')
    await back.client.call('chat.rate', { chatId, grade: 5 })
    const plain = await world.visitor(site, keysOf(hello))
    expect(plain.hello.chat).toBeNull()
    const thief = await world.visitor(site, { resume: { chatId: other.chatId, afterSeq: 0 } })
    expect(thief.hello.chat).toBeNull()
  })

  test('RES-2 a resumed agent gets what was missed of the chats that may be read, and nothing of others', async () => {
    const { site, agent, visitor, chatId } = await chatting()
    const stranger = await chatting()
    const { seq } = await send(agent, chatId, 'mine')
    agent.socket.terminate()
    await agent.closed
    await send(visitor, chatId, 'are you there?')
    const resume = [
      { chatId, afterSeq: seq },
      { chatId: stranger.chatId, afterSeq: 0 },
      { chatId: crypto.randomUUID(), afterSeq: 0 },
    ]
    const back = await world.agent(site, { resume })
    expect(back.hello.chats).toMatchObject([{ id: chatId, state: 'active', agentId: site.agentId }])
    expect(back.hello.missed.map((chat) => chat.chatId)).toEqual([chatId])
    expect(contents(back.hello.missed[0]?.events ?? [])).toEqual(['are you there?'])
    await send(visitor, chatId, 'hello?')
    await heard(back.client, 'hello?')
    expect(told(back.client)).toEqual(['hello?'])
  })

  test('CMD-6 a message sent twice is stored once and answered the same', async () => {
    const { agent, visitor, chatId } = await chatting()
    const message = { chatId, clientMessageId: 'same', content: 'once' }
    const answers = await Promise.all([visitor.call('chat.send', message), visitor.call('chat.send', message)])
    answers.push(await visitor.call('chat.send', message))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    await send(visitor, chatId, 'last')
    await heard(agent, 'last')
    expect(told(agent).filter((content) => content === 'once')).toHaveLength(1)
  })
})

describe('order', () => {
  test('CMD-5 messages sent without waiting keep their order', async () => {
    const { agent, visitor, chatId } = await chatting()
    const texts = Array.from({ length: 50 }, (_, i) => (i % 7 ? `text ${i}` : `card 4111 1111 1111 1111 no ${i}`))
    const stored = await Promise.all(texts.map((text) => send(visitor, chatId, text)))
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, i) => (stored[0]?.seq ?? 0) + i))
    await agent.next<Message>('chat.message', ({ event }) => event.seq === stored.at(-1)?.seq)
    const numbers = seqs(agent.all<Message>('chat.message'))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  })

  test('ORD-1 ORD-3 a process that did not hear everything fetches it first', async () => {
    const { site, agent, visitor, hello, chatId } = await chatting()
    const deaf = await startWorld({ databaseUrl: world.databaseUrl })
    const there = await deaf.visitor(site, keysOf(hello))
    const agentThere = await deaf.agent(site)
    for (const content of ['one', 'two']) await send(agent, chatId, content)
    await send(agent, chatId, 'secret', 'chat.note')
    const unsubscribe = world.app.bus.subscribe((event) => deaf.app.bus.publish(event))
    await send(visitor, chatId, 'three')
    unsubscribe()
    await heard(there.client, 'three')
    expect(told(there.client)).toEqual(['one', 'two', 'three'])
    await heard(agentThere.client, 'three')
    expect(told(agentThere.client)).toEqual(['one', 'two', 'secret', 'three'])
    await deaf.close()
  })

  test('ORD-5 VIS-6 AGT-6 all tabs and windows hear the same, the sender included', async () => {
    const { site, agent, visitor, hello, chatId } = await chatting()
    const tab = await world.visitor(site, keysOf(hello))
    const window = await world.agent(site)
    await send(visitor, chatId, 'from the first tab')
    await send(agent, chatId, 'from the first window')
    for (const client of [visitor, tab.client, agent, window.client]) {
      await heard(client, 'from the first window')
      expect(told(client).slice(-2)).toEqual(['from the first tab', 'from the first window'])
    }
  })
})

describe('typing', () => {
  test('AGT-6 CMD-10 the other side hears typing once, the own windows do not', async () => {
    const { site, agent, visitor, chatId } = await chatting()
    const window = await world.agent(site)
    for (const isTyping of [true, true, true, false]) await agent.call('chat.typing', { chatId, isTyping })
    await visitor.next('chat.typing', ({ isTyping }) => isTyping === false)
    expect(visitor.all('chat.typing').map(({ isTyping }) => isTyping)).toEqual([true, false])
    await visitor.call('chat.typing', { chatId, isTyping: true })
    await agent.next('chat.typing', ({ isTyping }) => isTyping === true)
    await window.client.next('chat.typing')
    expect(agent.all('chat.typing')).toHaveLength(1)
    expect(window.client.all('chat.typing')).toHaveLength(1)
    expect(visitor.all('chat.typing')).toHaveLength(2)
  })
})

describe('who hears what', () => {
  test('VIS-9 notes go to no visitor, by no way', async () => {
    const { site, agent, visitor, hello, chatId } = await chatting()
    await send(agent, chatId, 'TOP SECRET', 'chat.note')
    await send(agent, chatId, 'visible')
    await heard(visitor, 'visible')
    const { events } = await visitor.call<{ events: ChatEventShape[] }>('chat.events', { chatId, afterSeq: 0 })
    expect(contents(events)).toContain('visible')
    const back = await world.visitor(site, { ...keysOf(hello), resume: { chatId, afterSeq: 0 } })
    expect(JSON.stringify([...visitor.frames, ...back.client.frames])).not.toContain('TOP SECRET')
    expect(told(agent)).toContain('TOP SECRET')
    expect(await visitor.ask('chat.note', { chatId, clientMessageId: 'n', content: 'x' })).toMatchObject({
      code: 404000,
    })
  })

  test('CMD-11 a chat of another visitor, another site or of nobody does not exist', async () => {
    const mine = await chatting()
    const neighbour = await world.visitor(mine.site)
    const foreign = await chatting()
    const stranger = crypto.randomUUID()
    const message = { clientMessageId: 'x', content: 'x' }
    const commands: [string, object][] = [
      ['chat.send', message],
      ['chat.events', { afterSeq: 0 }],
      ['chat.typing', { isTyping: true }],
      ['chat.end', {}],
    ]
    for (const chatId of [mine.chatId, foreign.chatId, stranger]) {
      for (const [command, payload] of [...commands, ['chat.rate', { grade: 5 }] as [string, object]]) {
        const answer = await neighbour.client.ask(command, { chatId, ...payload })
        expect([command, answer]).toMatchObject([command, { ok: false, code: 404000 }])
      }
    }
    const ofAgents: [string, object][] = [
      ['chat.note', message],
      ['chat.accept', {}],
      ['chat.refuse', {}],
      ['chat.transfer', { agentId: mine.site.agentId }],
      ['chat.wrapUp', { comment: 'x' }],
    ]
    for (const chatId of [foreign.chatId, stranger]) {
      for (const [command, payload] of [...commands, ...ofAgents]) {
        const answer = await mine.agent.ask(command, { chatId, ...payload })
        expect([command, answer]).toMatchObject([command, { ok: false, code: 404000 }])
      }
    }
    const { events } = await foreign.visitor.call<{ events: ChatEventShape[] }>('chat.events', {
      chatId: foreign.chatId,
      afterSeq: 0,
    })
    expect(contents(events)).not.toContain('x')
  })

  test('whatever a message says, it comes out as it went in', async () => {
    const { agent, visitor, chatId } = await chatting()
    const texts = [
      "'; drop table chats; --",
      '<script>alert(1)</script>',
      '{"event":"x"}',
      '\u202e 👩‍👩‍👧 ñ\n\t',
      '\\u0000',
    ]
    for (const text of texts) await send(visitor, chatId, text)
    await heard(agent, texts.at(-1) as string)
    expect(told(agent).slice(-texts.length)).toEqual(texts)
  })

  test('AGT-3 RES-4 a colleague hears nothing of my chats, and who loses a chat hears that and no more', async () => {
    const { site, agent, visitor, chatId } = await chatting()
    const bob = await world.colleague(site, ['Accept Chats'])
    const { client: colleague } = await world.agent(bob)
    await agent.next<AgentEvents['agent.status']>('agent.status', ({ agentId }) => agentId === bob.agentId)
    await send(visitor, chatId, 'for Alice')
    await agent.call('chat.transfer', { chatId, agentId: bob.agentId })
    await colleague.next<AgentEvents['chat.changed']>('chat.changed', ({ chat }) => chat.agentIds.includes(bob.agentId))
    await agent.next<AgentEvents['chat.changed']>('chat.changed', ({ chat }) => !chat.agentIds.includes(site.agentId))
    const before = told(agent).length
    await send(visitor, chatId, 'for Bob')
    await heard(colleague, 'for Bob')
    expect(told(colleague)).toContain('for Alice')
    expect(told(agent).slice(before)).toEqual([])
  })

  test('AGT-4 RES-5 watching the site tells changes, and entries only of chats that were opened', async () => {
    const { site, visitor, chatId } = await chatting()
    const boss = await world.colleague(site, ['Monitor All Chats', 'View All Agent Chats'])
    const { client } = await world.agent(boss, { status: 'Away' })
    const { chats } = await client.call<AgentResults['chats.watch']>('chats.watch', { scope: 'site' })
    expect(chats.map((chat) => chat.id)).toEqual([chatId])
    await send(visitor, chatId, 'unheard')
    await client.call('chat.events', { chatId, afterSeq: 0 })
    await send(visitor, chatId, 'heard')
    await heard(client, 'heard')
    expect(told(client)).toEqual(['heard'])
    await client.call('chats.watch', { scope: 'mine' })
    await send(visitor, chatId, 'private again')
    await visitor.call('chat.end', { chatId })
    await client.call('chats.watch', { scope: 'mine' })
    expect(told(client)).toEqual(['heard'])
    expect(client.all<AgentEvents['chat.changed']>('chat.changed').map(({ chat }) => chat.state)).not.toContain('ended')
  })

  test('AGT-4 watching the site needs a permission', async () => {
    const site = await world.site()
    const { client } = await world.agent(await world.colleague(site, ['Accept Chats']))
    expect(await client.ask('chats.watch', { scope: 'site' })).toMatchObject({ ok: false, code: 403000 })
    await client.call('chats.watch', { scope: 'mine' })
  })
})

describe('credentials', () => {
  test('AGT-1 a bad token is refused and the connection closes', async () => {
    const client = await world.connect('agent')
    expect(await client.ask('agent.hello', { token: 'nonsense' })).toMatchObject({ ok: false, code: 401000 })
    expect((await client.closed).code).toBe(4401)
  })

  test('AGT-2 a revoked agent is told and sent away, others stay', async () => {
    const site = await world.site()
    const { client } = await world.agent(site)
    const { client: other } = await world.agent(await world.colleague(site, []))
    world.app.bus.publish({ type: 'agent.revoked', siteId: site.siteId, agentId: site.agentId, reason: 'locked' })
    expect(await client.next('agent.revoked')).toEqual({ reason: 'locked' })
    expect((await client.closed).code).toBe(4401)
    await other.call('chats.watch', { scope: 'mine' })
  })

  test('AGT-2 a token that runs out ends the connection; one of somebody else does not renew it', async () => {
    const quick = await startWorld({ databaseUrl: world.databaseUrl, limits: { heartbeatMs: 100 } })
    const site = await quick.site()
    const { client } = await quick.agent(site)
    const bob = await quick.colleague(site)
    const token = await quick.tokens.issue({ ...bob, generation: 1 })
    expect(await client.ask('agent.token', { token })).toMatchObject({ ok: false, code: 401000 })
    await client.call('agent.token', { token: await quick.tokens.issue({ ...site, generation: 1 }) })
    quick.advance(3 * 3600_000)
    expect((await client.closed).code).toBe(4401)
    expect(client.all('agent.revoked')).toHaveLength(1)
    await quick.close()
  })

  test('AGT-7 who loses a permission loses what it gave', async () => {
    const { site, visitor, chatId } = await chatting()
    const boss = await world.colleague(site, ['Monitor All Chats'])
    const { client } = await world.agent(boss, { status: 'Away' })
    await client.call('chats.watch', { scope: 'site' })
    await client.call('chat.events', { chatId, afterSeq: 0 })
    await world.revokePermissions(boss)
    await world.app.bus.publish({ type: 'access.changed', siteId: site.siteId })
    await expect
      .poll(async () => (await client.ask('chats.watch', { scope: 'site' })).ok, { timeout: 20_000 })
      .toBe(false)
    await expect
      .poll(async () => (await client.ask('chat.events', { chatId, afterSeq: 0 })).ok, { timeout: 20_000 })
      .toBe(false)
    await send(visitor, chatId, 'not for you')
    await visitor.call('chat.end', { chatId })
    await client.call('chats.watch', { scope: 'mine' })
    expect(client.all('chat.changed')).toEqual([])
    expect(told(client)).toEqual([])
  })
})
