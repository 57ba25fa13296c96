import type { Context, SystemCaller } from '../../../../context.ts'
import { refillPlaces } from '../engine/distribute-chats.ts'
import { changeSite } from '../engine/site-work.ts'
import { dueFor } from '../inactivity/inactivity-rules.ts'
import { findSilentChat, WARNING } from '../inactivity/silent-chats.query.ts'

/**
 * Warns a visitor who has been silent for long, and ends the chat when that did not help. May be called at any time: what
 * was said meanwhile counts.
 */
export async function endSilentChat(ctx: Context<SystemCaller>, chatId: string): Promise<void> {
  await changeSite(ctx, async (site) => {
    const silent = await findSilentChat(site.tx, site.siteId, chatId)
    const due = silent && dueFor(silent, site.now)
    if (!due) return
    const chat = await site.getChat(chatId)
    if (due === 'warning') {
      chat.notices.push(WARNING)
      return
    }
    site.apply(chat, { type: 'end', by: 'system' }, 'Chat ended because the visitor was inactive')
    await refillPlaces(site)
  })
}
