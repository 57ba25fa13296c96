import type { Shape, VisitorCommands } from '@parley/contract'
import type { Context, VisitorCaller } from '../../../../context.ts'
import { AppError, invalid } from '../../../../lib/app-error.ts'
import { newId } from '../../../../lib/ids.ts'
import { knowVisitor } from '../../../account/contacts/know-visitor.ts'
import { targetAgents } from '../../distribution/floor.ts'
import { routeVisitor } from '../../routing/route-visitor.ts'
import { placeOne } from '../engine/distribute-chats.ts'
import * as repo from '../engine/running-chats.repo.ts'
import { changeSite, type Outcome, type SiteWork } from '../engine/site-work.ts'
import { visitorChat } from '../summaries/visitor-chat.ts'

export type ChatRequest = VisitorCommands['chat.request'] & {
  readonly campaignId: string
  readonly pageUrl: string | null
  readonly pageTitle: string | null
}

/**
 * A visitor asks for a chat. Asked twice with the same id, or while a chat runs, it is the chat there is. 409 when
 * nobody is there to take it: then a message can be left.
 */
export async function requestChat(ctx: Context<VisitorCaller>, input: ChatRequest): Promise<Shape<'VisitorChat'>> {
  const { siteId, caller } = ctx
  const { pageUrl, campaignId, departmentId = null } = input
  // before the site is locked: what a visitor is known by does not depend on other chats
  const routed = await routeVisitor(ctx, { campaignId, departmentId, pageUrl })
  const { row, site, isNew } = await changeSite(ctx, async (site) => {
    const known = await repo.findRequested(site.tx, siteId, caller.visitorId, input.clientRequestId)
    if (known) return { row: known, site, isNew: false }
    await checkDepartment(site, departmentId)
    const { route, segmentIds } = routed
    if (route.type === 'offlineMessage') throw new AppError('conflict', 'Messages only: nobody takes this chat.')
    const { departmentId: routedTo, agentId: targetAgentId, priority } = route
    const target = { departmentId: routedTo, targetAgentId }
    if (!targetAgents(await site.floor(), target).length) {
      throw new AppError('conflict', 'Nobody is online to take the chat.')
    }
    const row = await insert(site, caller, input, { ...target, priority, segmentIds })
    await placeOne(site, site.holdNew(row))
    return { row, site, isNew: true }
  })
  return isNew ? newChat(row.id, site.outcome) : visitorChat(ctx.db, siteId, row.id, ctx.now())
}

/** The chat as it was stored just now. */
function newChat(chatId: string, { summaries, events, places }: Outcome): Shape<'VisitorChat'> {
  const summary = summaries.get(chatId)
  if (!summary) throw new Error('the chat was not announced')
  const { id, state, status, agentName, lastSeq, isRated } = summary
  return {
    id,
    state,
    status,
    agentName,
    queue: places.get(chatId) ?? null,
    events: events.get(chatId) ?? [],
    lastSeq,
    isRated,
  }
}

async function checkDepartment(site: SiteWork, departmentId: string | null): Promise<void> {
  if (!departmentId) return
  const department = await repo.findDepartment(site.tx, site.siteId, departmentId)
  if (!department) throw invalid('departmentId', 'is not a department of this site')
  if (!department.isAvailableInChat) throw invalid('departmentId', 'is not a department visitors can chat with')
}

type Routed = Pick<repo.ChatRow, 'departmentId' | 'targetAgentId' | 'priority' | 'segmentIds'>

async function insert(
  site: SiteWork,
  caller: VisitorCaller,
  input: ChatRequest,
  routed: Routed,
): Promise<repo.ChatRow> {
  const { tx, siteId, now } = site
  const said = {
    name: input.name || null,
    email: input.email || null,
    phone: input.phone || null,
    company: input.company || null,
  }
  await knowVisitor({ tx, siteId, now }, caller.visitorId, said)
  const known = (await repo.noteChatOfVisitor(tx, siteId, caller.visitorId, said)) ?? said
  return repo.insertChat(tx, {
    siteId,
    id: newId(now.getTime()),
    visitorId: caller.visitorId,
    sessionId: caller.sessionId,
    campaignId: input.campaignId,
    ...routed,
    clientRequestId: input.clientRequestId,
    state: 'waiting',
    requestedTime: now,
    visitorName: known.name,
    visitorEmail: known.email,
    visitorPhone: known.phone,
    visitorCompany: known.company,
    fields: (input.fields ?? []).map(({ name, value }) => ({ name, value: value ?? null })),
    requestingPageUrl: input.pageUrl,
    requestingPageTitle: input.pageTitle,
  })
}
