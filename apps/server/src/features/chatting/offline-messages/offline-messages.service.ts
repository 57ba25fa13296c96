import { type api, OfflineMessage, type Query } from '@parley/contract'
import type { AgentContext, Context } from '../../../context.ts'
import { addIncludes, type Include } from '../../../kit/includes.ts'
import type { Found } from '../../../kit/pages.ts'
import { registerViews } from '../../../kit/references.ts'
import { invalid, notFound } from '../../../lib/app-error.ts'
import { siteToday } from '../../account/site/site.service.ts'
import { segmentsShown } from '../audience/segments-shown.ts'
import { queryHyperlinks } from '../sessions/hyperlinks.query.ts'
import { deleteMessageRows } from './delete-messages.repo.ts'
import { listOfflineMessagesByIds, type OfflineMessageRow, queryOfflineMessages } from './offline-messages.query.ts'
import { type OfflineMessageView, viewOfflineMessage } from './offline-messages.view.ts'

const includes: Readonly<Record<string, Include>> = {
  department: { entity: 'Department', ids: 'departmentId', into: 'department' },
  agent: { entity: 'Agent', ids: 'agentId', into: 'agent' },
  campaign: { entity: 'Campaign', ids: 'campaignId', into: 'campaign' },
  autoInvitation: { entity: 'AutoInvitation', ids: 'autoInvitationId', into: 'autoInvitation' },
  session: { entity: 'Session', ids: 'sessionId', into: 'session' },
}

registerViews(OfflineMessage.name, async (ctx, ids) => {
  const views = await viewsOf(ctx, await listOfflineMessagesByIds(ctx.db, ctx.siteId, ids as string[]), [])
  return new Map(views.map((view) => [view.id, view]))
})

/** A page of messages; those left today, unless a time is given. */
export async function listOfflineMessages(
  ctx: AgentContext,
  query: Query<typeof api.offlineMessages.list>,
): Promise<Found<OfflineMessageView>> {
  const { timeFrom, timeTo, ...filter } = query
  const today = await siteToday(ctx)
  const from = timeFrom ? new Date(timeFrom) : today.from
  const to = timeTo ? new Date(timeTo) : today.to
  const { total, items } = await queryOfflineMessages(ctx.db, ctx.siteId, { ...filter, from, to }, query)
  return { total, items: await viewsOf(ctx, items, query.include) }
}

/** One message. Throws not_found. */
export async function getOfflineMessage(
  ctx: AgentContext,
  messageId: string,
  include: readonly string[],
): Promise<OfflineMessageView> {
  const [view] = await viewsOf(ctx, await listOfflineMessagesByIds(ctx.db, ctx.siteId, [messageId]), include)
  if (!view) throw notFound('offline message')
  return view
}

/** Deletes a message for good. Throws not_found. */
export async function deleteOfflineMessage(ctx: AgentContext, messageId: string): Promise<void> {
  await remove(ctx, [messageId], () => notFound('offline message'))
}

/** Deletes messages for good, all or none. Throws 400 for an id that names none. */
export async function deleteOfflineMessages(ctx: AgentContext, messageIds: readonly string[]): Promise<void> {
  await remove(ctx, [...new Set(messageIds)], (id) =>
    invalid('body', `names offline message ${id}, which does not exist`),
  )
}

async function remove(ctx: AgentContext, ids: readonly string[], missing: (id: string) => Error): Promise<void> {
  if (!ids.length) return
  await ctx.inTransaction(async (work) => {
    const gone = new Set(await deleteMessageRows(work.tx, ctx.siteId, ids))
    const left = ids.find((id) => !gone.has(id))
    if (left !== undefined) throw missing(left)
    const what = ids.length === 1 ? 'an offline message' : `${ids.length} offline messages`
    await work.audit({ category: 'liveChat', actionType: 'transcriptDelete' }, `Deleted ${what}`, ids.join(', '))
  })
}

async function viewsOf(
  ctx: Context,
  rows: readonly OfflineMessageRow[],
  include: readonly string[],
): Promise<OfflineMessageView[]> {
  if (!rows.length) return []
  const [hyperlinks, segmentsOf] = await Promise.all([queryHyperlinks(ctx.db, ctx.siteId), segmentsShown(ctx, rows)])
  const views = rows.map((row) => viewOfflineMessage(row, hyperlinks, segmentsOf(row)))
  await addIncludes(ctx, includes, views, include)
  return views
}
