import { Session } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { addIncludes, type Include } from '../../../kit/includes.ts'
import { registerViews } from '../../../kit/references.ts'
import { notFound } from '../../../lib/app-error.ts'
import { listSessionsByIds } from './sessions.query.ts'
import { type SessionView, viewSession } from './sessions.view.ts'

const includes: Readonly<Record<string, Include>> = {
  visitor: { entity: 'Visitor', ids: 'visitorId', into: 'visitor' },
  contact: { entity: 'Contact', ids: 'contactId', into: 'contact' },
}

registerViews(Session.name, async (ctx, ids) => {
  const rows = await listSessionsByIds(ctx.db, ctx.siteId, ids as string[])
  return new Map(rows.map((row) => [row.id, viewSession(row)]))
})

/** One visit. Throws not_found. */
export async function getSession(
  ctx: AgentContext,
  sessionId: string,
  include: readonly string[],
): Promise<SessionView> {
  const [row] = await listSessionsByIds(ctx.db, ctx.siteId, [sessionId])
  if (!row) throw notFound('session')
  const view = viewSession(row)
  await addIncludes(ctx, includes, [view], include)
  return view
}
