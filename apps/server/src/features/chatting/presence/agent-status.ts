import type { Context } from '../../../context.ts'
import { findPresence } from './presence.repo.ts'

/** An agent's status now; Offline for one who never connected. */
export async function agentStatusOf(ctx: Context, agentId: number): Promise<string> {
  return (await findPresence(ctx.db, ctx.siteId, agentId))?.status ?? 'Offline'
}
