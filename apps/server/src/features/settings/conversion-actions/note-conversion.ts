import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { newId } from '../../../lib/ids.ts'
import { type Doing, isAchieved, worthOf } from './conversion-rules.ts'
import {
  type ActionRow,
  findConvertingChat,
  insertConversion,
  insertFirstConversion,
  listWatchedActions,
} from './conversions.repo.ts'

const DAY_MS = 86_400_000

/** Who converts, where and when. */
export interface Converting {
  readonly visitorId: string
  readonly sessionId: string
  readonly time: Date
}

/** Notes a conversion, with the chat it is owed to if there is one. */
export async function noteConversion(
  db: Db,
  siteId: SiteId,
  action: ActionRow,
  who: Converting,
  value: number,
): Promise<void> {
  await insertConversion(db, await conversion(db, siteId, action, who, value))
}

/** Notes the conversions by page and by variable that a visitor just achieved; each counts once in a session. */
export async function noteConversions(db: Db, siteId: SiteId, who: Converting, doing: Doing): Promise<void> {
  for (const action of await listWatchedActions(db, siteId, who.sessionId)) {
    if (!isAchieved(action, doing)) continue
    await insertFirstConversion(db, await conversion(db, siteId, action, who, worthOf(action, doing.variables)))
  }
}

async function conversion(db: Db, siteId: SiteId, action: ActionRow, who: Converting, value: number) {
  const days = action.isChatInLastCertainDaysConsidered ? action.chatInLastDays : null
  const messages = action.isChatWithAtLeastCertainVisitorMessagesConsidered ? action.visitorMessagesAtLeast : null
  const chatId = await findConvertingChat(db, siteId, {
    visitorId: who.visitorId,
    isFirst: action.chatAssociatedWithConversion === 'theFirstChat',
    since: days ? new Date(who.time.getTime() - days * DAY_MS) : null,
    visitorMessages: messages ?? 0,
  })
  return { siteId, id: newId(who.time.getTime()), conversionActionId: action.id, ...who, chatId, value }
}
