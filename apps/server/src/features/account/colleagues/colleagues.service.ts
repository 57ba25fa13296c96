import type { Shape } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { queryColleagueDepartments, queryColleagues } from './colleagues.query.ts'

/** Whom a chat can be transferred to; any agent may know that much of the others. */
export async function listColleagues(ctx: AgentContext): Promise<Shape<'Colleagues'>> {
  const [agents, departments] = await Promise.all([
    queryColleagues(ctx.db, ctx.siteId),
    queryColleagueDepartments(ctx.db, ctx.siteId),
  ])
  return { agents, departments }
}
