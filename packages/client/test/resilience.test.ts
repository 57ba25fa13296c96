import { expect, test } from 'vitest'
import { type ChatEvent, connectAgent, connectVisitor } from '../src/index.ts'
import { CAMPAIGN, CHAT, collector } from './samples.ts'
import { UnreliableServer } from './unreliable-server.ts'

const COUNT = 120

test.each([1, 2, 3])('nothing is lost, doubled or reordered however often the line is cut (%i)', async (seed) => {
  const server = new UnreliableServer(seed)
  const url = await server.start()
  const page = { url: 'https://shop.example/' }
  const visitor = await connectVisitor({ url, siteId: 1, campaignId: CAMPAIGN, page, firstRetryMs: 1 })
  const agent = await connectAgent({ url, token: 'token', firstRetryMs: 1 })
  const [byVisitor, byAgent] = [collector<ChatEvent>(), collector<ChatEvent>()]
  visitor.chat?.on('message', byVisitor.listen)
  agent.on('message', byAgent.listen)
  const texts = Array.from({ length: COUNT }, (_, index) => `text ${index}`)
  const sent = texts.flatMap((text) => [visitor.chat?.send(text), agent.send(CHAT, text)])
  await Promise.all(sent)
  await Promise.all([byVisitor.until(2 * COUNT), byAgent.until(2 * COUNT)])
  expect(server.cuts).toBeGreaterThan(5)
  for (const told of [server.log, byVisitor.items, byAgent.items]) {
    expect(told.map(({ seq }) => seq)).toEqual(Array.from({ length: 2 * COUNT }, (_, index) => index + 1))
    for (const side of ['visitor', 'agent']) {
      expect(told.filter(({ type }) => type === side).map(({ content }) => content)).toEqual(texts)
    }
  }
  await visitor.close()
  await agent.close()
  await server.stop()
})
