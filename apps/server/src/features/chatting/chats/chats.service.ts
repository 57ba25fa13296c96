import type { api, Query } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { addIncludes, type Include } from '../../../kit/includes.ts'
import type { Found } from '../../../kit/pages.ts'
import { invalid, notFound } from '../../../lib/app-error.ts'
import { siteToday } from '../../account/site/site.service.ts'
import { segmentsShown } from '../audience/segments-shown.ts'
import { queryHyperlinks } from '../sessions/hyperlinks.query.ts'
import { queryChat, queryFinishedChats, queryTranscripts, type TranscriptRow } from './chats.query.ts'
import { type ChatView, viewChat } from './chats.view.ts'
import { deleteChatRows, lockChats } from './delete-chats.repo.ts'

const includes: Readonly<Record<string, Include>> = {
  agent: { entity: 'Agent', ids: 'agentIds', into: 'agents' },
  campaign: { entity: 'Campaign', ids: 'campaignId', into: 'campaign' },
  chatbot: { entity: 'Bot', ids: 'botId', into: 'chatBot' },
  autoInvitation: { entity: 'AutoInvitation', ids: 'autoInvitationId', into: 'autoInvitation' },
  session: { entity: 'Session', ids: 'sessionId', into: 'session' },
  offlineMessage: { entity: 'OfflineMessage', ids: 'offlineMessageId', into: 'offlineMessage' },
}

const preChatIncludes: Readonly<Record<string, Include>> = {
  department: { entity: 'Department', ids: 'departmentId', into: 'department' },
}

/** A page of finished chats; those requested today, unless a time is given. */
export async function listChats(ctx: AgentContext, query: Query<typeof api.chats.list>): Promise<Found<ChatView>> {
  const { timeFrom, timeTo, ...filter } = query
  const today = timeFrom && timeTo ? undefined : await siteToday(ctx)
  const from = timeFrom ? new Date(timeFrom) : (today?.from ?? ctx.now())
  const to = timeTo ? new Date(timeTo) : (today?.to ?? ctx.now())
  const { pool } = ctx.app.database
  const { total, items } = await queryFinishedChats(pool, ctx.siteId, { ...filter, from, to }, query)
  return { total, items: await viewsOf(ctx, items, query.include) }
}

/** One chat, finished or not. Throws not_found. */
export async function getChat(ctx: AgentContext, chatId: string, include: readonly string[]): Promise<ChatView> {
  const row = await queryChat(ctx.app.database.pool, ctx.siteId, chatId)
  const [view] = row ? await viewsOf(ctx, [row], include) : []
  if (!view) throw notFound('chat')
  return view
}

/** Deletes a finished chat with everything that was said. Throws not_found. */
export async function deleteChat(ctx: AgentContext, chatId: string): Promise<void> {
  await remove(ctx, [chatId], () => notFound('chat'))
}

/** Deletes finished chats, all or none. Throws 400 for an id that names none. */
export async function deleteChats(ctx: AgentContext, chatIds: readonly string[]): Promise<void> {
  await remove(ctx, [...new Set(chatIds)], (id) => invalid('body', `names chat ${id}, which does not exist`))
}

async function remove(ctx: AgentContext, ids: readonly string[], missing: (id: string) => Error): Promise<void> {
  if (!ids.length) return
  await ctx.inTransaction(async (work) => {
    const found = new Map((await lockChats(work.tx, ctx.siteId, ids)).map((chat) => [chat.id, chat]))
    for (const id of ids) {
      const chat = found.get(id)
      if (!chat) throw missing(id)
      if (chat.state !== 'ended') throw invalid('id', `names chat ${id}, which has not ended yet`)
    }
    await deleteChatRows(work.tx, ctx.siteId, ids)
    const what = ids.length === 1 ? 'a chat' : `${ids.length} chats`
    await work.audit({ category: 'liveChat', actionType: 'transcriptDelete' }, `Deleted ${what}`, ids.join(', '))
  })
}

async function viewsOf(
  ctx: AgentContext,
  rows: readonly TranscriptRow[],
  include: readonly string[],
): Promise<ChatView[]> {
  if (!rows.length) return []
  const ids = rows.map((row) => row.id)
  const hasVariables = rows.some((row) => row.variables?.length)
  const [lines, hyperlinks, segmentsOf] = await Promise.all([
    queryTranscripts(ctx.app.database.pool, ctx.siteId, ids),
    hasVariables ? queryHyperlinks(ctx.db, ctx.siteId) : new Map<string, null>(),
    segmentsShown(ctx, rows),
  ])
  const linesOf = Map.groupBy(lines, (line) => line.chatId)
  const views = rows.map((row) => viewChat(row, linesOf.get(row.id) ?? [], hyperlinks, segmentsOf(row)))
  await addIncludes(ctx, includes, views, include)
  await addIncludes(
    ctx,
    preChatIncludes,
    views.map((view) => view.preChat),
    include,
  )
  return views
}
