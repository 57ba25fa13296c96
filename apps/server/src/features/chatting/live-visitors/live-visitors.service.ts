import type { api, BodyOf, Query } from '@parley/contract'
import type { AgentContext, VisitorCaller } from '../../../context.ts'
import { notFound } from '../../../lib/app-error.ts'
import { contextFor } from '../../../request-context.ts'
import { queryHyperlinks } from '../sessions/hyperlinks.query.ts'
import { setVariables } from '../sessions/set-variables.ts'
import { onlineRows, summaryWithin } from '../visitors/list-online-visitors.ts'
import type { OnlineVisitorRow } from '../visitors/online-visitors.query.ts'
import { viewVisitorSummary } from '../visitors/visitor-summary.view.ts'
import { queryChatDetails, querySessionDetails } from './live-visitors.query.ts'
import { type LiveVisitorView, viewLiveVisitor } from './live-visitors.view.ts'

type Results = BodyOf<typeof api.liveChatVisitors.updateCustomVariableResults>

/** Everybody who is on the site now, or those of one status. */
export async function listLiveVisitors(
  ctx: AgentContext,
  { status }: Query<typeof api.liveChatVisitors.list>,
): Promise<LiveVisitorView[]> {
  const rows = await onlineRows(ctx.app, ctx.db, ctx.siteId)
  return viewsOf(ctx, status ? rows.filter((row) => viewVisitorSummary(row).status === status) : rows)
}

/** One visitor who is on the site now. Throws not_found. */
export async function getLiveVisitor(ctx: AgentContext, visitorId: string): Promise<LiveVisitorView> {
  const [view] = await viewsOf(ctx, [await getRow(ctx, visitorId)])
  if (!view) throw notFound('visitor')
  return view
}

/** Sets custom variables of the visit; names the site has not defined are ignored. Throws not_found. */
export async function changeResults(ctx: AgentContext, visitorId: string, results: Results): Promise<LiveVisitorView> {
  const { sessionId } = await getRow(ctx, visitorId)
  const visitor: VisitorCaller = { kind: 'visitor', siteId: ctx.siteId, visitorId, sessionId }
  await setVariables(
    contextFor(ctx.app, visitor, ctx.requestId),
    results.map(({ name, value }) => ({ name, value: value ?? undefined })),
  )
  const summary = await summaryWithin(ctx.app, ctx.db, ctx.siteId, visitorId)
  if (summary) ctx.app.bus.publish({ type: 'visitor.changed', siteId: ctx.siteId, visitor: summary })
  return getLiveVisitor(ctx, visitorId)
}

async function getRow(ctx: AgentContext, visitorId: string): Promise<OnlineVisitorRow> {
  const [row] = await onlineRows(ctx.app, ctx.db, ctx.siteId, [visitorId])
  if (!row) throw notFound('visitor')
  return row
}

async function viewsOf(ctx: AgentContext, rows: readonly OnlineVisitorRow[]): Promise<LiveVisitorView[]> {
  if (!rows.length) return []
  const [details, chats, hyperlinks] = await Promise.all([
    querySessionDetails(
      ctx.db,
      ctx.siteId,
      rows.map((row) => row.sessionId),
    ),
    queryChatDetails(
      ctx.db,
      ctx.siteId,
      rows.flatMap((row) => row.chatId ?? []),
    ),
    queryHyperlinks(ctx.db, ctx.siteId),
  ])
  const detailsOf = new Map(details.map((found) => [found.session.id, found]))
  const chatOf = new Map(chats.map((chat) => [chat.id, chat]))
  return rows.flatMap((row) => {
    const found = detailsOf.get(row.sessionId)
    return found ? [viewLiveVisitor({ row, ...found, chat: chatOf.get(row.chatId ?? ''), hyperlinks })] : []
  })
}
