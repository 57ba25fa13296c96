import { findChats, listOfferedTo } from './running-chats.repo.ts'
import type { SiteWork } from './site-work.ts'

/** The agent is not asked any more to take what was offered. */
export async function withdrawOffers(site: SiteWork, agentId: number): Promise<void> {
  const chatIds = await listOfferedTo(site.tx, site.siteId, agentId)
  for (const chat of await site.hold(await findChats(site.tx, site.siteId, chatIds))) {
    if (chat.state.state === 'offered' && chat.state.offeredTo.includes(agentId)) {
      site.apply(chat, { type: 'withdrawOffer', agentId })
    }
  }
}
