import type { Stored } from '@parley/contract'
import type { AgentCaller, Context, VisitorCaller } from '../../../../context.ts'
import { AppError, invalid, notFound } from '../../../../lib/app-error.ts'
import { checkChatId } from '../chat-id.ts'
import type { AppendedRow, MessageRow } from '../messages/append-messages.query.ts'
import { isMaskingCards } from '../messages/chat-rules.repo.ts'
import { hasCardNumber, maskCardNumbers } from '../messages/mask-card-numbers.ts'
import { messageWriterOf } from '../messages/message-writer.ts'

export interface MessageInput {
  readonly chatId: string
  readonly clientMessageId: string
  readonly content: string
  readonly kind: 'message' | 'note'
}

/** Stores a message and answers with its place in the chat. Sent twice, it is stored once and answered the same. */
export async function sendMessage(ctx: Context<VisitorCaller | AgentCaller>, input: MessageInput): Promise<Stored> {
  const { caller } = ctx
  checkChatId(input.chatId)
  const row: MessageRow = {
    siteId: ctx.siteId,
    chatId: input.chatId,
    type: typeOf(caller, input.kind),
    senderId: caller.kind === 'visitor' ? caller.visitorId : String(caller.agentId),
    senderName: caller.kind === 'visitor' ? null : caller.displayName,
    clientMessageId: checkedText('clientMessageId', input.clientMessageId),
    content: await masked(ctx, checkedText('content', input.content)),
    time: ctx.now(),
  }
  const { result, isFirst } = await messageWriterOf(ctx.app).write(row)
  const stored = storedOrThrow(result)
  if (isFirst) announce(ctx, row, result, stored)
  return stored
}

function typeOf(caller: VisitorCaller | AgentCaller, kind: MessageInput['kind']): MessageRow['type'] {
  if (caller.kind === 'agent') return kind === 'note' ? 'note' : 'agent'
  if (kind === 'note') throw new AppError('no_permission', 'Notes are for agents.')
  return 'visitor'
}

function checkedText(parameter: string, text: string): string {
  if (text.trim() === '') throw invalid(parameter, 'must not be empty')
  if (text.includes('\0')) throw invalid(parameter, 'must not contain the character U+0000')
  return text
}

async function masked(ctx: Context, content: string): Promise<string> {
  if (!hasCardNumber(content)) return content
  return (await isMaskingCards(ctx.db, ctx.siteId)) ? maskCardNumbers(content) : content
}

function storedOrThrow({ verdict, seq, sentTime }: AppendedRow): Stored {
  if (verdict === 'ended') throw new AppError('conflict', 'The chat has ended.')
  if (verdict === 'unanswered') throw new AppError('conflict', 'Nobody has taken the chat yet.')
  if (seq === null || sentTime === null) throw notFound('chat')
  return { seq, sentTime: sentTime.toISOString() }
}

function announce(ctx: Context, row: MessageRow, result: AppendedRow, { seq, sentTime }: Stored): void {
  const { siteId, chatId, type, senderId, content, clientMessageId } = row
  ctx.app.bus.publish({
    type: 'chat.message',
    siteId,
    chatId,
    visitorId: result.visitorId ?? '',
    agentIds: result.agentIds ?? [],
    event: { seq, type, senderId, senderName: result.senderName, content, sentTime, clientMessageId },
  })
}
