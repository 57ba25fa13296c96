import type { AgentContext, Work } from '../../../context.ts'
import { invalid } from '../../../lib/app-error.ts'
import { lockSite } from '../site/site.repo.ts'
import { listAdministrators } from './agents.repo.ts'

/** Throws 400 when the agent is the last active administrator of the site; nobody else can go until this is done. */
export async function keepAnAdministrator(ctx: AgentContext, work: Work, agentId: number): Promise<void> {
  // each of two who go at once holds its own row already: a lock on all rows would be a deadlock
  await lockSite(work.tx, ctx.siteId)
  const ids = await listAdministrators(work.tx, ctx.siteId)
  if (ids.every((id) => id === agentId))
    throw invalid('id', 'names the last active administrator of the site, who has to stay')
}

/** Tells every process that the agent's tokens and connections are no longer good. */
export function revoke(ctx: AgentContext, work: Work, agentId: number, reason: string): void {
  work.emit({ type: 'agent.revoked', siteId: ctx.siteId, agentId, reason })
}
