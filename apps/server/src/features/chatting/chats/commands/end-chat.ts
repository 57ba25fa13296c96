import type { AgentCaller, Context, SystemCaller, VisitorCaller } from '../../../../context.ts'
import { notFound } from '../../../../lib/app-error.ts'
import { checkChatId } from '../chat-id.ts'
import { refillPlaces } from '../engine/distribute-chats.ts'
import { type HeldChat, leadOf } from '../engine/held-chat.ts'
import { changeSite, type SiteWork } from '../engine/site-work.ts'

export type Ender = VisitorCaller | AgentCaller | SystemCaller

/** Ends a chat. One that nobody answered is missed then. Ending an ended chat again changes nothing. */
export async function endChat(ctx: Context<Ender>, chatId: string): Promise<void> {
  checkChatId(chatId)
  await changeSite(ctx, async (site) => {
    const chat = await site.getChat(chatId)
    checkParty(ctx.caller, chat)
    if (chat.state.state === 'ended') return
    endHeld(site, chat, ctx.caller)
    await refillPlaces(site)
  })
}

/** Ends a chat in hand; the places it took are free at once. */
export function endHeld(site: SiteWork, chat: HeldChat, caller: Ender): void {
  const by = caller.kind
  if (chat.state.state !== 'active' && !('answeredTime' in chat.state && chat.state.answeredTime)) {
    site.apply(chat, { type: 'abandon', how: 'abandoned', by }, 'The visitor left before anybody answered')
    return
  }
  site.apply(chat, { type: 'end', by }, noticeOf(caller))
}

function noticeOf(caller: Ender): string {
  if (caller.kind === 'visitor') return 'Chat ended by the visitor'
  return caller.kind === 'agent' ? `Chat ended by ${caller.displayName}` : 'Chat ended'
}

/** Visitors end their own chats, agents those they lead. */
function checkParty(caller: Ender, chat: HeldChat): void {
  if (caller.kind === 'visitor' && chat.row.visitorId !== caller.visitorId) throw notFound('chat')
  if (caller.kind !== 'agent' || caller.isAdmin) return
  const lead = chat.state.state === 'ended' ? chat.row.agentId : leadOf(chat.state)
  if (lead !== caller.agentId) throw notFound('chat')
}
