import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../../test/engine-app.ts'
import { engineSite, say } from '../../../../../test/engine-site.ts'
import { chatAgents, chats } from '../../../../db/schema/index.ts'
import type { DomainEvent } from '../../../../events/domain-events.ts'
import { newId } from '../../../../lib/ids.ts'
import { contextFor } from '../../../../request-context.ts'
import { canWrite } from '../chat-state.ts'
import { endChat } from '../commands/end-chat.ts'
import { listEvents } from '../commands/list-events.ts'
import { sendMessage } from '../commands/send-message.ts'
import { transferChat } from '../commands/transfer-chat.ts'

let engine: EngineApp
let other: EngineApp
beforeAll(async () => {
  engine = await engineApp()
  other = engine.another()
})
afterAll(async () => {
  await other.close()
  await engine.close()
})

async function talk() {
  const site = await engineSite(engine)
  const anna = await site.addAgent('Anna')
  const bob = await site.addAgent('Bob')
  const chat = await site.request()
  const [first, second] = chat.agentName === 'Anna' ? [anna, bob] : [bob, anna]
  return { site, agent: first, colleague: second, chat, visitor: chat.visitor }
}

test('messages are numbered in the order in which they were sent, without gaps', async () => {
  const { agent, chat, visitor } = await talk()
  const texts = Array.from({ length: 300 }, (_, n) => `message ${n}`)
  const results = await Promise.all(
    texts.map((text, n) => sendMessage(n % 3 ? visitor.ctx : agent.ctx, say(chat.id, text))),
  )
  expect(results.map((result) => result.seq)).toEqual(texts.map((_, n) => n + 2))
  const events = await listEvents(agent.ctx, chat.id, 1)
  expect(events.map((event) => event.content)).toEqual(texts)
})

test('what is sent again is stored once and answered the same, at once, later, and through another process', async () => {
  const { agent, chat, visitor } = await talk()
  const heard: DomainEvent[] = []
  const stop = engine.app.bus.subscribe((event) => heard.push(event))
  const message = say(chat.id, 'once')
  const elsewhere = contextFor(other.app, visitor.ctx.caller)
  const first = await Promise.all([
    sendMessage(visitor.ctx, message),
    sendMessage(elsewhere, message),
    sendMessage(visitor.ctx, message),
  ])
  engine.clock.forward(1_000)
  const later = await sendMessage(elsewhere, { ...message, content: 'changed' })
  for (const result of [...first, later]) expect(result).toEqual(first[0])
  // the same id of another sender is another message
  expect(await sendMessage(agent.ctx, { ...message, content: 'mine' })).toMatchObject({ seq: 3 })
  await endChat(visitor.ctx, chat.id)
  expect(await sendMessage(visitor.ctx, message)).toEqual(first[0])
  stop()
  const events = await listEvents(visitor.ctx, chat.id, 1)
  expect(events.map((event) => event.content)).toEqual(['once', 'mine', 'Chat ended by the visitor'])
  expect(heard.filter((event) => event.type === 'chat.message' && event.event.seq === 2).length).toBeLessThanOrEqual(1)
})

test('two processes write in the same chats while their states change: every number is given once', async () => {
  const { site, agent, colleague, chat, visitor } = await talk()
  const second = await site.request()
  const processes = [visitor.ctx, contextFor(other.app, visitor.ctx.caller)]
  const sent = Array.from({ length: 200 }, (_, n) => {
    const ctx = processes[n % 2] ?? visitor.ctx
    return sendMessage(ctx, say(chat.id, `m${n}`))
  })
  const noise = Array.from({ length: 50 }, (_, n) => sendMessage(second.visitor.ctx, say(second.id, `n${n}`)))
  await transferChat(agent.ctx, { chatId: chat.id, agentId: colleague.id })
  await transferChat(colleague.ctx, { chatId: chat.id, agentId: agent.id })
  await endChat(second.visitor.ctx, second.id).catch(() => undefined)
  const results = await Promise.all(sent)
  await Promise.allSettled(noise)
  const events = await listEvents(agent.ctx, chat.id, 0)
  expect(events.map((event) => event.seq)).toEqual(events.map((_, n) => n + 1))
  expect(events).toHaveLength(203)
  const bySeq = new Map(events.map((event) => [event.seq, event.content]))
  for (const [n, { seq }] of results.entries()) expect(bySeq.get(seq)).toBe(`m${n}`)
})

test('a message that cannot be stored fails alone', async () => {
  const { agent, chat, visitor } = await talk()
  // no text of PostgreSQL can hold this character
  const broken = { ...agent.ctx, caller: { ...agent.ctx.caller, displayName: 'An\0na' } }
  const results = await Promise.allSettled([
    sendMessage(visitor.ctx, say(chat.id, 'before')),
    sendMessage(broken, say(chat.id, 'broken')),
    sendMessage(visitor.ctx, say(chat.id, 'after')),
    sendMessage(visitor.ctx, say(newId(), 'no such chat')),
  ])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
  const events = await listEvents(visitor.ctx, chat.id, 1)
  expect(events.map((event) => event.content)).toEqual(['before', 'after'])
})

test('messages survive the loss of every connection to the database: none is lost, none is doubled', async () => {
  const { agent, chat, visitor } = await talk()
  const heard = new Set<number>()
  const stop = engine.app.bus.subscribe((event) => event.type === 'chat.message' && heard.add(event.event.seq))
  const cut = () =>
    other.app.database.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
  const results: { seq: number }[] = []
  for (let round = 0; round < 5; round++) {
    const sent = Array.from({ length: 40 }, (_, n) => sendMessage(visitor.ctx, say(chat.id, `${round} ${n}`)))
    await cut()
    results.push(...(await Promise.all(sent)))
  }
  stop()
  expect(results.map((result) => result.seq)).toEqual(results.map((_, n) => n + 2))
  expect(heard.size).toBe(200)
  const fresh = engine.another()
  expect(await listEvents(contextFor(fresh.app, agent.ctx.caller), chat.id, 1)).toHaveLength(200)
  await fresh.close()
})

test('empty messages are refused, and card numbers are masked before they are stored', async () => {
  const { agent, chat, visitor } = await talk()
  await expect(sendMessage(visitor.ctx, say(chat.id, '  \n'))).rejects.toMatchObject({ error: 'invalid_parameter' })
  await expect(sendMessage(visitor.ctx, say(chat.id, 'a\0b'))).rejects.toMatchObject({ error: 'invalid_parameter' })
  await sendMessage(visitor.ctx, say(chat.id, 'it is 4111 1111 1111 1111'))
  const [event] = await listEvents(agent.ctx, chat.id, 1)
  expect(event?.content).toBe('it is **** **** **** 1111')
})

test('response times run from the first unanswered message of the visitor to the answer', async () => {
  const { site, agent, chat, visitor } = await talk()
  const row = async () => {
    const [found] = await engine.app.database.db
      .select()
      .from(chats)
      .where(and(eq(chats.siteId, site.siteId), eq(chats.id, chat.id)))
    return found
  }
  const at = engine.clock.now
  const send = (ctx: typeof visitor.ctx | typeof agent.ctx, second: number, kind: 'message' | 'note' = 'message') => {
    const later = { ...ctx, now: () => new Date(at.getTime() + second * 1000) }
    return sendMessage(later as typeof visitor.ctx, { ...say(chat.id, `at ${second}`), kind })
  }
  await send(agent.ctx, 1)
  await Promise.all([send(visitor.ctx, 10), send(visitor.ctx, 12)])
  await send(agent.ctx, 13, 'note')
  expect(await row()).toMatchObject({ unansweredSince: new Date(at.getTime() + 10_000), responses: 0 })
  // one batch with the answer, a question, its answer, and a question that stays open
  await Promise.all([
    send(agent.ctx, 15),
    send(agent.ctx, 16),
    send(visitor.ctx, 20),
    send(agent.ctx, 27),
    send(visitor.ctx, 40),
  ])
  expect(await row()).toMatchObject({
    responses: 2,
    responseSeconds: 5 + 7,
    unansweredSince: new Date(at.getTime() + 40_000),
    visitorMessagesCount: 4,
    agentMessagesCount: 4,
    lastMessage: 'at 40',
    lastMessageBy: 'visitor',
  })
})

test('who may write is the same in the statement as in the state machine', async () => {
  const site = await engineSite(engine)
  const { db } = engine.app.database
  const agent = await site.addAgent('Anna')
  const visitor = await site.addVisitor()
  for (const state of ['waiting', 'offered', 'active', 'ended'] as const) {
    for (const isInChat of [true, false]) {
      const id = newId()
      await db.insert(chats).values({
        siteId: site.siteId,
        id,
        visitorId: visitor.id,
        sessionId: visitor.ctx.caller.sessionId,
        campaignId: site.campaignId,
        clientRequestId: randomUUID(),
        requestedTime: engine.clock.now,
        state,
      })
      if (isInChat) {
        const joinedTime = engine.clock.now
        await db.insert(chatAgents).values({ siteId: site.siteId, chatId: id, agentId: agent.id, joinedTime })
      }
      const like = { state, agentId: agent.id, answeredTime: engine.clock.now } as never
      const attempts = [
        { may: canWrite(like, { kind: 'visitor' }), sent: sendMessage(visitor.ctx, say(id, 'v')) },
        { may: canWrite(like, { kind: 'agent', isInChat }), sent: sendMessage(agent.ctx, say(id, 'a')) },
      ]
      for (const { may, sent } of attempts) {
        const [result] = await Promise.allSettled([sent])
        expect(`${state} ${isInChat} ${result.status}`).toBe(`${state} ${isInChat} ${may ? 'fulfilled' : 'rejected'}`)
      }
    }
  }
})
