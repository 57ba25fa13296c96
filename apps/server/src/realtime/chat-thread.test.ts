import type { AgentEvents, ChatEventShape, VisitorEvents, VisitorResults } from '@parley/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '../../test/realtime-world.ts'

type Message = VisitorEvents['chat.message']
const saying = (content: string) => (message: Message) => message.event.content === content

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.close())

describe('a chat from end to end', () => {
  test('VIS-1 a visitor asks, an agent answers, both hear everything once, and it ends', async () => {
    const site = await world.site()
    const agent = await world.agent(site)
    const visitor = await world.visitor(site)
    expect(visitor.hello.chat).toBeNull()
    expect(visitor.hello.campaign).toMatchObject({ id: site.campaignId, isOnline: true, company: 'Test' })

    const request = { clientRequestId: 'r1', name: 'Ada' }
    const chat = await visitor.client.call<VisitorResults['chat.request']>('chat.request', request)
    expect(chat.state).toBe('active')
    const changed = await agent.client.next<AgentEvents['chat.changed']>('chat.changed')
    expect(changed.chat).toMatchObject({ id: chat.id, agentId: site.agentId, visitorName: 'Ada', pageTitle: 'Cart' })

    const chatId = chat.id
    await visitor.client.call('chat.send', { chatId, clientMessageId: 'v1', content: 'Hello?' })
    await agent.client.next('chat.message', saying('Hello?'))
    await agent.client.call('chat.send', { chatId, clientMessageId: 'a1', content: 'Good morning' })
    await visitor.client.next('chat.message', saying('Good morning'))
    await agent.client.call('chat.end', { chatId })
    const state = await visitor.client.next<VisitorEvents['chat.state']>('chat.state', ({ state }) => state === 'ended')
    expect(state).toMatchObject({ chatId, status: 'normal', endedBy: 'agent' })

    const told = agent.client.all<Message>('chat.message').map(({ event }) => event.seq)
    expect(told).toEqual(told.map((_, index) => index + 1))
    const { events } = await agent.client.call<{ events: ChatEventShape[] }>('chat.events', { chatId, afterSeq: 0 })
    expect(events.map(({ seq }) => seq)).toEqual(told)
  })
})
