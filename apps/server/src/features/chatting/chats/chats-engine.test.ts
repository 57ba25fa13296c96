import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../test/engine-app.ts'
import { engineSite, say } from '../../../../test/engine-site.ts'
import type { DomainEvent } from '../../../events/domain-events.ts'
import { acceptChat } from './commands/accept-chat.ts'
import { endChat } from './commands/end-chat.ts'
import { listEvents } from './commands/list-events.ts'
import { requestChat } from './commands/request-chat.ts'
import { runningChatOf, runningChatsFor } from './commands/running-chats.ts'
import { sendMessage } from './commands/send-message.ts'

let engine: EngineApp
const heard: DomainEvent[] = []
beforeAll(async () => {
  engine = await engineApp()
  engine.app.bus.subscribe((event) => heard.push(event))
})
afterAll(async () => {
  await engine.close()
})

async function shop(agents: string[] = ['Anna']) {
  const site = await engineSite(engine)
  const [anna, bob] = await Promise.all(agents.map((name) => site.addAgent(name)))
  const of = (chatId: string) =>
    heard.filter((event) => ('chatId' in event ? event.chatId === chatId : 'chat' in event && event.chat.id === chatId))
  if (!anna) throw new Error('no agent')
  return { site, anna, bob, request: site.request, of }
}

describe('a chat', () => {
  test('goes to the agent at once, is talked in, and ends', async () => {
    const { site, anna, request, of } = await shop()
    const visitor = await site.addVisitor()
    const chat = await request(visitor, { name: 'Vic', email: 'vic@example.com' })
    expect(chat).toMatchObject({ state: 'active', status: 'normal', agentName: 'Anna', lastSeq: 1, queue: null })

    expect(await sendMessage(visitor.ctx, say(chat.id, 'Hello'))).toMatchObject({ seq: 2 })
    engine.clock.forward(5_000)
    expect(await sendMessage(anna.ctx, say(chat.id, 'Hi Vic'))).toMatchObject({ seq: 3 })
    await sendMessage(anna.ctx, { ...say(chat.id, 'a regular'), kind: 'note' })

    const [mine] = await runningChatsFor(anna.ctx, 'mine')
    expect(mine).toMatchObject({
      id: chat.id,
      lastMessage: 'Hi Vic',
      lastMessageBy: 'agent',
      agentIds: [anna.id],
      lastSeq: 4,
    })
    expect(await runningChatOf(visitor.ctx)).toMatchObject({ id: chat.id })

    await endChat(visitor.ctx, chat.id)
    expect(await runningChatOf(visitor.ctx)).toBeNull()
    const forAgent = await listEvents(anna.ctx, chat.id, 0)
    expect(forAgent.map(({ seq, type, senderName, content }) => [seq, type, senderName, content])).toEqual([
      [1, 'system', null, 'Anna joined the chat'],
      [2, 'visitor', 'Vic', 'Hello'],
      [3, 'agent', 'Anna', 'Hi Vic'],
      [4, 'note', 'Anna', 'a regular'],
      [5, 'system', null, 'Chat ended by the visitor'],
    ])
    const forVisitor = await listEvents(visitor.ctx, chat.id, 1)
    expect(forVisitor.map((event) => event.seq)).toEqual([2, 3, 5])
    expect(of(chat.id).filter((event) => event.type === 'chat.message')).toHaveLength(5)
  })

  test('is asked for once: the same request, or another while it runs, is the same chat', async () => {
    const { site, request } = await shop()
    const visitor = await site.addVisitor()
    const clientRequestId = randomUUID()
    const all = await Promise.all([
      request(visitor, { clientRequestId }),
      request(visitor, { clientRequestId }),
      request(visitor),
    ])
    expect(new Set(all.map((chat) => chat.id)).size).toBe(1)
  })

  test('cannot be had while nobody is online', async () => {
    const site = await engineSite(engine)
    const visitor = await site.addVisitor()
    const input = { clientRequestId: '1', campaignId: site.campaignId, pageUrl: null, pageTitle: null }
    await expect(requestChat(visitor.ctx, input as never)).rejects.toMatchObject({ error: 'conflict' })
  })

  test('waits while everybody is busy, and is next when a place is free', async () => {
    const { site, anna, request } = await shop()
    const chats = []
    for (let n = 0; n < 5; n++) chats.push(await request())
    expect(chats.map((chat) => chat.state)).toEqual(['active', 'active', 'active', 'waiting', 'waiting'])
    expect(chats.map((chat) => chat.queue?.position)).toEqual([undefined, undefined, undefined, 1, 2])
    heard.length = 0
    await site.pass(30_000)
    await endChat(anna.ctx, chats[0]?.id ?? '')
    const mine = await runningChatsFor(anna.ctx, 'mine')
    expect(mine.map((chat) => chat.id)).toEqual([chats[1]?.id, chats[2]?.id, chats[3]?.id])
    expect(heard.filter((event) => event.type === 'chat.queue').map((event) => event.queue)).toEqual([
      { chatId: chats[4]?.id, position: 1, estimatedWait: 30 },
    ])
  })

  test('of somebody else is not there', async () => {
    const { site, request } = await shop()
    const other = await shop()
    const visitor = await site.addVisitor()
    const stranger = await site.addVisitor()
    const chat = await request(visitor)
    const missing = { error: 'not_found' }
    for (const ctx of [stranger.ctx, other.anna.ctx]) {
      await expect(sendMessage(ctx, say(chat.id, 'x'))).rejects.toMatchObject(missing)
      await expect(listEvents(ctx, chat.id, 0)).rejects.toMatchObject(missing)
      await expect(endChat(ctx, chat.id)).rejects.toMatchObject(missing)
    }
    await expect(acceptChat(other.anna.ctx, chat.id)).rejects.toMatchObject(missing)
    await expect(sendMessage(visitor.ctx, say('nonsense', 'x'))).rejects.toMatchObject(missing)
  })
})
