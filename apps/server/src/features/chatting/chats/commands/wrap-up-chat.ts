import type { AgentCommands } from '@parley/contract'
import type { AgentCaller, Context } from '../../../../context.ts'
import { AppError, notFound } from '../../../../lib/app-error.ts'
import { saveWrapUp, wasInChat } from '../after-chat.repo.ts'
import { checkChatId } from '../chat-id.ts'
import { findSummary } from '../summaries/chat-summaries.repo.ts'
import { viewSummary } from '../summaries/chat-summary.view.ts'

/** An agent who took part notes what the chat was about, now or later. What is left out keeps its value. */
export async function wrapUpChat(ctx: Context<AgentCaller>, input: AgentCommands['chat.wrapUp']): Promise<void> {
  const { siteId, caller } = ctx
  const { chatId, categoryId, comment, fields } = input
  checkChatId(chatId)
  await ctx.inTransaction(async ({ tx, emit }) => {
    const chat = await findSummary(tx, siteId, chatId)
    if (!chat) throw notFound('chat')
    if (!caller.isAdmin && !(await wasInChat(tx, siteId, chatId, caller.agentId))) throw notFound('chat')
    if (chat.status !== 'normal') throw new AppError('conflict', 'Only a chat that was answered can be wrapped up.')
    await saveWrapUp(tx, siteId, chatId, {
      ...(categoryId === undefined ? {} : { wrapUpCategoryId: categoryId }),
      ...(comment === undefined ? {} : { wrapUpComment: comment }),
      ...(fields ? { wrapUpFields: fields.map(({ name, value }) => ({ name, value: value ?? null })) } : {}),
      wrapUpTime: ctx.now(),
      wrapUpAgentId: caller.agentId,
    })
    const wrapped = { ...viewSummary(chat), isWrappedUp: true }
    emit({ type: 'chat.changed', siteId, chat: wrapped, visitorId: chat.visitorId })
  })
}
