import type { Context, SystemCaller } from '../../../../context.ts'
import { refillPlaces } from '../engine/distribute-chats.ts'
import { offeredTo } from '../engine/held-chat.ts'
import { findChat } from '../engine/running-chats.repo.ts'
import { changeSite } from '../engine/site-work.ts'

/** An agent who was asked alone has not answered in time: the next is asked. Too early, or too late, it does nothing. */
export async function expireOffer(ctx: Context<SystemCaller>, chatId: string, agentId: number): Promise<void> {
  await changeSite(ctx, async (site) => {
    const row = await findChat(site.tx, site.siteId, chatId)
    if (!row) return
    const [chat] = await site.hold([row])
    if (!chat?.offerExpires || chat.offerExpires > site.now || !offeredTo(chat.state).includes(agentId)) return
    site.apply(chat, { type: 'expireOffer', agentId })
    await refillPlaces(site)
  })
}
