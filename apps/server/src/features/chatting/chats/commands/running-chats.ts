import type { Shape } from '@parley/contract'
import type { AgentContext, Context, VisitorCaller } from '../../../../context.ts'
import { findRunningOfVisitor } from '../engine/running-chats.repo.ts'
import { listRunningSummaries, listSummariesOfAgent } from '../summaries/chat-summaries.repo.ts'
import { viewSummary } from '../summaries/chat-summary.view.ts'
import { canSeeChat } from '../summaries/chat-visibility.policy.ts'
import { scopeOf } from '../summaries/chat-visibility.ts'
import { visitorChat } from '../summaries/visitor-chat.ts'

/** The running chats an agent has and is asked to take, or all of the site that the agent may see. */
export async function runningChatsFor(ctx: AgentContext, scope: 'mine' | 'site'): Promise<Shape<'ChatSummary'>[]> {
  if (scope === 'mine') {
    return (await listSummariesOfAgent(ctx.db, ctx.siteId, ctx.caller.agentId)).map(viewSummary)
  }
  const visible = await scopeOf(ctx, ctx.caller)
  const rows = await listRunningSummaries(ctx.db, ctx.siteId)
  return rows.filter((row) => canSeeChat(visible, row)).map(viewSummary)
}

/** The chat a visitor comes back to. */
export async function runningChatOf(ctx: Context<VisitorCaller>): Promise<Shape<'VisitorChat'> | null> {
  const row = await findRunningOfVisitor(ctx.db, ctx.siteId, ctx.caller.visitorId)
  return row ? visitorChat(ctx.db, ctx.siteId, row.id, ctx.now()) : null
}
