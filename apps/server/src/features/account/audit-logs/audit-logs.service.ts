import type { api, Query } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { addIncludes, type Include } from '../../../kit/includes.ts'
import type { Found } from '../../../kit/pages.ts'
import { queryAuditLogs } from './audit-logs.query.ts'
import { type AuditLogView, viewAuditLog } from './audit-logs.view.ts'

const includes: Readonly<Record<string, Include>> = {
  agent: { entity: 'Agent', ids: 'createdBy', into: 'agent' },
}

/** Who changed what on the site, newest first. */
export async function listAuditLogs(
  ctx: AgentContext,
  query: Query<typeof api.auditLogs.list>,
): Promise<Found<AuditLogView>> {
  const { total, items } = await queryAuditLogs(ctx.db, ctx.siteId, query, query)
  const views = items.map(viewAuditLog)
  await addIncludes(ctx, includes, views, query.include)
  return { total, items: views }
}
