import type { Shape } from '@parley/contract'
import type { AgentCaller, Context } from '../../../../context.ts'
import { AppError, notFound } from '../../../../lib/app-error.ts'
import { isFree, targetAgents } from '../../distribution/floor.ts'
import { checkChatId } from '../chat-id.ts'
import { refillPlaces } from '../engine/distribute-chats.ts'
import { leadOf, placesTaken } from '../engine/held-chat.ts'
import { changeSite } from '../engine/site-work.ts'
import { findSummary } from '../summaries/chat-summaries.repo.ts'
import { viewSummary } from '../summaries/chat-summary.view.ts'

/** An agent takes a chat that was offered, or one of the queue. Accepting one's own chat again changes nothing. */
export async function acceptChat(ctx: Context<AgentCaller>, chatId: string): Promise<Shape<'ChatSummary'>> {
  const { agentId } = ctx.caller
  checkChatId(chatId)
  const site = await changeSite(ctx, async (site) => {
    const chat = await site.getChat(chatId)
    if (leadOf(chat.state) === agentId) return site
    const floor = await site.floor()
    const agent = floor.agents.find((one) => one.agentId === agentId)
    if (!agent) throw new AppError('conflict', 'Only agents who are online and may accept chats can take one.')
    const isKeptFree = placesTaken(chat).includes(agentId)
    if (!isKeptFree && !isFree(agent) && !floor.rules.canExceedLimitByHand) {
      throw new AppError('conflict', 'You have as many chats as you may have at once.')
    }
    const isFromQueueAllowed = targetAgents(floor, chat).includes(agent)
    site.apply(chat, { type: 'accept', agentId, isFromQueueAllowed }, `${agent.displayName} joined the chat`)
    await refillPlaces(site)
    return site
  })
  const summary = site.outcome.summaries.get(chatId)
  if (summary) return summary
  const row = await findSummary(ctx.db, ctx.siteId, chatId)
  if (!row) throw notFound('chat')
  return viewSummary(row)
}
