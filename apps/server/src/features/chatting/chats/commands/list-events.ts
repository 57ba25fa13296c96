import type { ChatEventShape } from '@parley/contract'
import type { AgentCaller, Context, VisitorCaller } from '../../../../context.ts'
import { notFound } from '../../../../lib/app-error.ts'
import { checkChatId } from '../chat-id.ts'
import { listChatEvents } from '../messages/chat-events.repo.ts'
import { findSummary } from '../summaries/chat-summaries.repo.ts'
import { viewEvent } from '../summaries/chat-summary.view.ts'
import { canSeeChat } from '../summaries/chat-visibility.policy.ts'
import { scopeOf } from '../summaries/chat-visibility.ts'

/** A chat's events after a number. Visitors see their own chats, without notes. */
export async function listEvents(
  ctx: Context<VisitorCaller | AgentCaller>,
  chatId: string,
  afterSeq: number,
): Promise<ChatEventShape[]> {
  checkChatId(chatId)
  const { caller, db, siteId } = ctx
  const chat = await findSummary(db, siteId, chatId)
  if (!chat) throw notFound('chat')
  const isVisible =
    caller.kind === 'visitor' ? chat.visitorId === caller.visitorId : canSeeChat(await scopeOf(ctx, caller), chat)
  if (!isVisible) throw notFound('chat')
  const events = await listChatEvents(db, siteId, { chatId, afterSeq, withNotes: caller.kind === 'agent' })
  return events.map(viewEvent)
}
