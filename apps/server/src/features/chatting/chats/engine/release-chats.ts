import { listActiveOfAgent } from './running-chats.repo.ts'
import type { SiteWork } from './site-work.ts'

/** An agent's chats wait for another agent. */
export async function releaseChats(site: SiteWork, agentId: number): Promise<void> {
  for (const chat of await site.hold(await listActiveOfAgent(site.tx, site.siteId, agentId))) {
    if (chat.state.state !== 'active' || chat.state.agentId !== agentId) continue
    chat.except = agentId
    chat.targetAgentId = null
    site.apply(chat, { type: 'release' }, 'The agent cannot be reached. Somebody else will take the chat')
  }
}
