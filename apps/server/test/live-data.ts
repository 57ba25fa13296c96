import { type Agent, type ChatRequest, connectAgent, connectVisitor, type Visitor } from '@parley/client'
import type { Actor, TestServer, TestSite } from '@parley/testing'

export const PAGE = { url: 'https://shop.example/pricing', title: 'Pricing', referrer: 'https://google.com/?q=chairs' }

/** An agent at work; without an actor the administrator. */
export function agentAtWork(server: TestServer, site: TestSite, actor: Actor = site.admin): Promise<Agent> {
  return connectAgent({ url: server.url, token: actor.token, status: 'Online' })
}

/** A visitor on the site. */
export function visitorOf(server: TestServer, site: TestSite, page = PAGE): Promise<Visitor> {
  return connectVisitor({ url: server.url, siteId: site.siteId, campaignId: site.campaignId, page })
}

/** What is said in a chat: who says it, and what. */
export type Line = readonly ['visitor' | 'agent' | 'note', string]

/** Plays a chat from its request to its end; the agent must have a free place. Returns the ids of what it left. */
export async function playChat(
  visitor: Visitor,
  agent: Agent,
  request: ChatRequest = {},
  lines: readonly Line[] = [],
): Promise<{ chatId: string; visitorId: string; sessionId: string }> {
  const taken = new Promise<string>((resolve) => void agent.on('chat', ({ chatId }) => resolve(chatId)))
  const chat = await visitor.startChat(request)
  await taken
  for (const [from, text] of lines) {
    if (from === 'visitor') await chat.send(text)
    else if (from === 'agent') await agent.send(chat.id, text)
    else await agent.note(chat.id, text)
  }
  await agent.end(chat.id)
  return { chatId: chat.id, visitorId: visitor.visitorId, sessionId: visitor.sessionId }
}
