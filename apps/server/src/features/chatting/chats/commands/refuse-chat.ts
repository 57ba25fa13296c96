import type { AgentCaller, Context } from '../../../../context.ts'
import { AppError } from '../../../../lib/app-error.ts'
import { can } from '../../../../request-context.ts'
import { canAnybodyTake } from '../../distribution/place-chat.ts'
import { checkChatId } from '../chat-id.ts'
import { placeable, refillPlaces } from '../engine/distribute-chats.ts'
import { changeSite } from '../engine/site-work.ts'

/** An agent does not take a chat that was offered. When nobody is left who could, the chat is refused. */
export async function refuseChat(ctx: Context<AgentCaller>, chatId: string): Promise<void> {
  const { agentId } = ctx.caller
  checkChatId(chatId)
  if (!can(ctx.caller, 'Refuse Chats')) throw new AppError('no_permission', 'You may not refuse chats.')
  await changeSite(ctx, async (site) => {
    const chat = await site.getChat(chatId)
    const floor = await site.floor()
    const before = await placeable(site, floor, chat)
    const asked = new Map(chat.asked).set(agentId, { answer: 'refused', time: site.now })
    site.apply(chat, { type: 'refuse', agentId, canAnybodyElse: canAnybodyTake(floor, { ...before, asked }) })
    if (chat.state.state === 'ended') chat.notices.push('Nobody could take the chat')
    else await refillPlaces(site)
  })
}
