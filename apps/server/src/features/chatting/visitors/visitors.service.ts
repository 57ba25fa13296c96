import { type api, type Query, Visitor } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import type { Found } from '../../../kit/pages.ts'
import { registerViews } from '../../../kit/references.ts'
import { notFound } from '../../../lib/app-error.ts'
import { siteToday } from '../../account/site/site.service.ts'
import { listVisitorsByIds, queryVisitors } from './visitors.query.ts'
import { type VisitorView, viewVisitor } from './visitors.view.ts'

registerViews(Visitor.name, async (ctx, ids) => {
  const rows = await listVisitorsByIds(ctx.db, ctx.siteId, ids as string[])
  return new Map(rows.map((row) => [row.id, viewVisitor(row)]))
})

/** Visitors who were here since a time; since the day began, when none is given. */
export async function listVisitors(
  ctx: AgentContext,
  query: Query<typeof api.visitors.list>,
): Promise<Found<VisitorView>> {
  const since = query.requestedTime ? new Date(query.requestedTime) : (await siteToday(ctx)).from
  const { total, items } = await queryVisitors(ctx.db, ctx.siteId, { since, keywords: query.keywords }, query)
  return { total, items: items.map(viewVisitor) }
}

/** One visitor, however long ago they were here. Throws not_found. */
export async function getVisitor(ctx: AgentContext, visitorId: string): Promise<VisitorView> {
  const [row] = await listVisitorsByIds(ctx.db, ctx.siteId, [visitorId])
  if (!row) throw notFound('visitor')
  return viewVisitor(row)
}
