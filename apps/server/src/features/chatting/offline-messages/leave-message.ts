import type { VisitorCommands } from '@parley/contract'
import type { Context, VisitorCaller } from '../../../context.ts'
import { invalid } from '../../../lib/app-error.ts'
import { newId } from '../../../lib/ids.ts'
import { noteSaid } from '../../account/contacts/contact-visitors.repo.ts'
import { knowVisitor } from '../../account/contacts/know-visitor.ts'
import { changeSite } from '../chats/engine/site-work.ts'
import { switchToMessage } from '../chats/engine/switch-to-message.ts'
import { routeVisitor } from '../routing/route-visitor.ts'
import * as repo from './leave-message.repo.ts'

export type LeftMessage = VisitorCommands['message.leave'] & {
  readonly campaignId: string
  readonly pageUrl: string | null
  readonly pageTitle: string | null
}

/**
 * Stores a message for when somebody is there again. A chat that was still waiting for an answer ends with it. Sent
 * twice with the same id, it is stored once.
 */
export async function leaveMessage(
  ctx: Context<VisitorCaller>,
  input: LeftMessage,
): Promise<{ offlineMessageId: string }> {
  const { siteId, caller } = ctx
  if (input.message.trim() === '') throw invalid('message', 'must not be empty')
  const { pageUrl, campaignId, departmentId = null } = input
  const { route, segmentIds } = await routeVisitor(ctx, { campaignId, departmentId, pageUrl })
  return changeSite(ctx, async (site) => {
    const { tx, now } = site
    const known = await repo.findLeft(tx, siteId, caller.visitorId, input.clientMessageId)
    if (known) return { offlineMessageId: known }
    if (departmentId && !(await repo.hasDepartment(tx, siteId, departmentId))) {
      throw invalid('departmentId', 'is not a department of this site')
    }
    const said = {
      name: input.name || null,
      email: input.email,
      phone: input.phone || null,
      company: input.company || null,
    }
    await knowVisitor({ tx, siteId, now }, caller.visitorId, said)
    await noteSaid(tx, siteId, caller.visitorId, said)
    const id = newId(now.getTime())
    await repo.insertOfflineMessage(tx, {
      siteId,
      id,
      clientMessageId: input.clientMessageId,
      createdTime: now,
      visitorId: caller.visitorId,
      sessionId: caller.sessionId,
      campaignId,
      departmentId: route.type === 'chat' ? route.departmentId : departmentId,
      agentId: route.type === 'chat' ? route.agentId : null,
      segmentIds,
      name: input.name,
      email: input.email,
      phone: input.phone ?? null,
      company: input.company ?? null,
      subject: input.subject ?? null,
      message: input.message,
      requestingPageUrl: pageUrl,
      requestingPageTitle: input.pageTitle,
    })
    await switchToMessage(site, caller.visitorId, id)
    return { offlineMessageId: id }
  })
}
