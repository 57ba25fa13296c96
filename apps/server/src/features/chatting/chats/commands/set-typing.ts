import type { AgentCaller, Context, VisitorCaller } from '../../../../context.ts'
import { AppError, notFound } from '../../../../lib/app-error.ts'
import { checkChatId } from '../chat-id.ts'
import { findSummary, type SummaryRow } from '../summaries/chat-summaries.repo.ts'

/** Somebody in a chat is typing, or has stopped. Told to the others, never stored. */
export async function setTyping(
  ctx: Context<VisitorCaller | AgentCaller>,
  { chatId, isTyping }: { chatId: string; isTyping: boolean },
): Promise<void> {
  const { siteId, caller } = ctx
  checkChatId(chatId)
  const chat = await findSummary(ctx.db, siteId, chatId)
  if (!chat || !isInChat(caller, chat)) throw notFound('chat')
  if (chat.state === 'ended') throw new AppError('conflict', 'The chat has ended.')
  ctx.app.bus.publish({
    type: 'chat.typing',
    siteId,
    chatId,
    visitorId: chat.visitorId,
    agentIds: chat.agentIds,
    from: caller.kind === 'visitor' ? 'visitor' : caller.agentId,
    senderName: caller.kind === 'visitor' ? (chat.visitorName ?? 'Visitor') : caller.displayName,
    isTyping,
  })
}

function isInChat(caller: VisitorCaller | AgentCaller, chat: SummaryRow): boolean {
  return caller.kind === 'visitor' ? chat.visitorId === caller.visitorId : chat.agentIds.includes(caller.agentId)
}
