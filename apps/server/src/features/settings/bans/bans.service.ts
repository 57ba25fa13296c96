import type { api, Ban, BodyOf, Output } from '@parley/contract'
import type { AgentContext, SystemCaller } from '../../../context.ts'
import { contextFor } from '../../../request-context.ts'
import { endChat } from '../../chatting/chats/commands/end-chat.ts'
import { listBannedPresent, listRunningOf } from './bans.repo.ts'
import { bansResource } from './bans.resource.ts'

type BanView = Output<typeof Ban>

/** Bans somebody; who is on the site is sent away at once, and their chat ends. */
export async function createBan(ctx: AgentContext, body: BodyOf<typeof api.bans.create>): Promise<BanView> {
  const ban = await bansResource.create(ctx, body)
  await sendAway(ctx, ban.id)
  return ban
}

/** Changes a ban; whom it newly is about is sent away at once. */
export async function changeBan(ctx: AgentContext, id: string, body: BodyOf<typeof api.bans.update>): Promise<BanView> {
  const ban = await bansResource.update(ctx, id, body)
  await sendAway(ctx, id)
  return ban
}

/** After the ban is stored, so that nobody can come back in between. */
async function sendAway(ctx: AgentContext, banId: string): Promise<void> {
  const row = await bansResource.getRow(ctx, banId)
  const present = await listBannedPresent(ctx.db, ctx.siteId, row)
  // a visitor who is just saying hello has a connection, and no session yet
  const visitorIds = [...new Set(row.type === 'visitor' && row.visitorId ? [...present, row.visitorId] : present)]
  for (const visitorId of visitorIds) ctx.app.bus.publish({ type: 'visitor.banned', siteId: ctx.siteId, visitorId })
  const system = contextFor<SystemCaller>(ctx.app, { kind: 'system', siteId: ctx.siteId }, ctx.requestId)
  for (const chatId of await listRunningOf(ctx.db, ctx.siteId, visitorIds)) await endChat(system, chatId)
}
