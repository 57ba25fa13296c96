import type { Context, VisitorCaller } from '../../../../context.ts'
import { refillPlaces } from '../engine/distribute-chats.ts'
import { findRunningOfVisitor } from '../engine/running-chats.repo.ts'
import { changeSite } from '../engine/site-work.ts'

/** The visitor has not come back: a chat nobody answered is abandoned. An answered one stays for the agent to end. */
export async function visitorGone(ctx: Context<VisitorCaller>): Promise<void> {
  const { siteId, caller } = ctx
  if (!(await findRunningOfVisitor(ctx.db, siteId, caller.visitorId))) return
  await changeSite(ctx, async (site) => {
    const row = await findRunningOfVisitor(site.tx, siteId, caller.visitorId)
    if (!row || row.answeredTime) return
    const [chat] = await site.hold([row])
    if (!chat) return
    site.apply(chat, { type: 'abandon', how: 'abandoned', by: 'visitor' }, 'The visitor left before anybody answered')
    await refillPlaces(site)
  })
}
