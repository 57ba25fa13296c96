import { type api, type BodyOf, type Output, Settings } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { siteSettings } from '../../../db/schema/index.ts'
import { bodyToRow, rowToView } from '../../../kit/rows.ts'
import { notFound } from '../../../lib/app-error.ts'
import { distributeChats } from '../../chatting/chats/engine/distribute-chats.ts'
import { changeSite } from '../../chatting/chats/engine/site-work.ts'
import { findSettings, updateSettings } from './settings.repo.ts'

/** Which features the site has switched on. */
export async function getSettings(ctx: AgentContext): Promise<Output<typeof Settings>> {
  const row = await findSettings(ctx.db, ctx.siteId)
  if (!row) throw notFound('site')
  return rowToView(Settings, row) as Output<typeof Settings>
}

/** Switches the features that the body names. */
export async function changeSettings(
  ctx: AgentContext,
  body: BodyOf<typeof api.settings.update>,
): Promise<Output<typeof Settings>> {
  await ctx.inTransaction(async (work) => {
    await updateSettings(work.tx, ctx.siteId, bodyToRow(Settings, siteSettings, body, { fillDefaults: false }))
    work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    await work.audit(
      { category: 'liveChat', actionType: 'chatSettingsManagement' },
      'Changed the live chat settings',
      Object.keys(body).join(', '),
    )
  })
  // new rules may have a place for chats that wait
  await changeSite(ctx, distributeChats)
  return getSettings(ctx)
}
