import type { AgentContext, Work } from '../../../context.ts'
import { invalid } from '../../../lib/app-error.ts'
import { lockAdministrators } from './agents.repo.ts'

/** Throws 400 when the agent is the last active administrator of the site. Holds a lock on all of them. */
export async function keepAnAdministrator(ctx: AgentContext, work: Work, agentId: number): Promise<void> {
  const ids = await lockAdministrators(work.tx, ctx.siteId)
  if (ids.every((id) => id === agentId))
    throw invalid('id', 'names the last active administrator of the site, who has to stay')
}

/** Tells every process that the agent's tokens and connections are no longer good. */
export function revoke(ctx: AgentContext, work: Work, agentId: number, reason: string): void {
  work.emit({ type: 'agent.revoked', siteId: ctx.siteId, agentId, reason })
}
