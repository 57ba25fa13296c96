import { refillPlaces } from './distribute-chats.ts'
import { findRunningOfVisitor } from './running-chats.repo.ts'
import type { SiteWork } from './site-work.ts'

/** A visitor whose chat nobody answered leaves a message instead: the chat ends as missed. */
export async function switchToMessage(site: SiteWork, visitorId: string, offlineMessageId: string): Promise<void> {
  const row = await findRunningOfVisitor(site.tx, site.siteId, visitorId)
  if (!row || row.answeredTime) return
  const [chat] = await site.hold([row])
  if (!chat) return
  chat.offlineMessageId = offlineMessageId
  site.apply(chat, { type: 'abandon', how: 'switched', by: 'visitor' }, 'The visitor left a message instead')
  await refillPlaces(site)
}
