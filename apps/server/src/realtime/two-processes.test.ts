import type { AgentEvents, VisitorEvents, VisitorResults } from '@parley/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '../../test/realtime-world.ts'
import { hasRedis, type RedisServer, startRedis } from '../../test/redis-server.ts'
import { redisBus } from '../events/redis-bus.ts'

type Message = VisitorEvents['chat.message']
const seqOf = ({ event }: Message) => event.seq

describe.skipIf(!hasRedis)('two processes (needs redis-server or valkey-server)', () => {
  let redis: RedisServer
  let here: World
  let there: World

  beforeAll(async () => {
    redis = await startRedis()
    const bus = () => redisBus(redis.url, { onError: () => undefined })
    here = await startWorld({ bus })
    there = await startWorld({ bus, databaseUrl: here.databaseUrl })
  })

  afterAll(async () => {
    await there.close()
    await here.close()
    await redis.stop()
  })

  async function chatting() {
    const site = await here.site()
    const { client: agent } = await there.agent(site)
    const { client: visitor, hello } = await here.visitor(site)
    const chat = await visitor.call<VisitorResults['chat.request']>('chat.request', { clientRequestId: 'r' })
    await agent.next<AgentEvents['chat.changed']>('chat.changed')
    const send = (client: typeof agent, content: string) =>
      client.call<{ seq: number }>('chat.send', { chatId: chat.id, clientMessageId: content, content })
    return { site, agent, visitor, hello, chatId: chat.id, send }
  }

  test('ORD-1 a chat between them arrives once and in order on both sides', async () => {
    const { agent, visitor, send } = await chatting()
    const talk = async (client: typeof agent, name: string) => {
      for (let turn = 0; turn < 40; turn++) await send(client, `${name} ${turn}`)
    }
    await Promise.all([talk(agent, 'agent'), talk(visitor, 'visitor')])
    const { seq } = await send(agent, 'last')
    for (const client of [agent, visitor]) {
      await client.next<Message>('chat.message', ({ event }) => event.seq === seq)
      const seqs = client.all<Message>('chat.message').map(seqOf)
      expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index))
    }
  })

  test('RES-6 what was said while Redis was away is there after resuming', async () => {
    const { site, agent, visitor, hello, chatId, send } = await chatting()
    const { seq } = await send(agent, 'before')
    await visitor.next<Message>('chat.message', (message) => seqOf(message) === seq)
    await redis.stop()
    await send(agent, 'unheard')
    await redis.start()
    await visitor.next('server.closing')
    expect((await visitor.closed).code).toBe(1012)
    const { visitorId, visitorToken } = hello
    const back = await here.visitor(site, { visitorId, visitorToken, resume: { chatId, afterSeq: seq } })
    expect(back.hello.chat?.events.map((event) => event.content)).toEqual(['unheard'])
  })
})
