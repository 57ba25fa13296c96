import type { Context, VisitorCaller } from '../../../../context.ts'
import { AppError, invalid, notFound } from '../../../../lib/app-error.ts'
import { saveRating } from '../after-chat.repo.ts'
import { checkChatId } from '../chat-id.ts'
import { findSummary } from '../summaries/chat-summaries.repo.ts'
import { viewSummary } from '../summaries/chat-summary.view.ts'

export interface Rating {
  readonly chatId: string
  /** 1 (worst) … 5 (best) */
  readonly grade: number
  readonly comment?: string | null | undefined
}

/** The visitor says how the chat was; saying it again replaces what was said. */
export async function rateChat(ctx: Context<VisitorCaller>, { chatId, grade, comment }: Rating): Promise<void> {
  const { siteId, caller } = ctx
  checkChatId(chatId)
  if (!Number.isInteger(grade) || grade < 1 || grade > 5) throw invalid('grade', 'must be a whole number from 1 to 5')
  await ctx.inTransaction(async ({ tx, emit }) => {
    const chat = await findSummary(tx, siteId, chatId)
    if (!chat || chat.visitorId !== caller.visitorId) throw notFound('chat')
    if (chat.status !== 'normal') throw new AppError('conflict', 'Only a chat that was answered can be rated.')
    await saveRating(tx, siteId, chatId, {
      ratingGrade: grade,
      ratingComment: comment?.trim() || null,
      ratingTime: ctx.now(),
    })
    const rated = { ...viewSummary(chat), isRated: true }
    emit({ type: 'chat.changed', siteId, chat: rated, visitorId: caller.visitorId })
  })
}
