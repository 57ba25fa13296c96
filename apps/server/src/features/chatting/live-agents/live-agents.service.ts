import type { LiveChatAgent, Output } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { notFound } from '../../../lib/app-error.ts'
import { setAgentStatus } from '../presence/set-agent-status.ts'
import { queryLiveAgents } from './live-agents.query.ts'

export type LiveAgentView = Output<typeof LiveChatAgent>

/** Every agent of the site with its status. */
export function listLiveAgents(ctx: AgentContext): Promise<LiveAgentView[]> {
  return queryLiveAgents(ctx.db, ctx.siteId)
}

/** One agent with its status. Throws not_found. */
export async function getLiveAgent(ctx: AgentContext, agentId: number): Promise<LiveAgentView> {
  const [row] = await queryLiveAgents(ctx.db, ctx.siteId, agentId)
  if (!row) throw notFound('agent')
  return row
}

/** Sets an agent's status. Throws not_found, and 400 for a status there is not. */
export async function changeLiveAgent(
  ctx: AgentContext,
  agentId: number,
  status: string | null | undefined,
): Promise<LiveAgentView> {
  const before = await getLiveAgent(ctx, agentId)
  if (typeof status !== 'string') return before
  await setAgentStatus(ctx, { agentId, status })
  return getLiveAgent(ctx, agentId)
}
