import type { Shape } from '@parley/contract'
import type { Context, VisitorCaller } from '../../../context.ts'
import { listEvents } from '../chats/commands/list-events.ts'
import { visitorChat } from '../chats/summaries/visitor-chat.ts'

/** A seq no chat reaches; the largest the database compares with. */
const BEYOND = 2_147_483_647

/** A chat of the visitor's, running or ended; 404 for any other. */
export async function chatOf(ctx: Context<VisitorCaller>, chatId: string): Promise<Shape<'VisitorChat'>> {
  // refuses chats of others
  await listEvents(ctx, chatId, BEYOND)
  return visitorChat(ctx.db, ctx.siteId, chatId, ctx.now())
}
