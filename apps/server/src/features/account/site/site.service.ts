import { type api, type BodyOf, type Output, Site } from '@parley/contract'
import type { AgentContext, Context } from '../../../context.ts'
import { sites } from '../../../db/schema/index.ts'
import { bodyToRow, rowToView } from '../../../kit/rows.ts'
import { notFound } from '../../../lib/app-error.ts'
import { localDay } from '../../../lib/local-days.ts'
import { planShifts } from '../shifts/plan-shifts.ts'
import { findSite, findSiteTimeZone, updateSite } from './site.repo.ts'

/** The account the caller belongs to. */
export async function getSite(ctx: AgentContext): Promise<Output<typeof Site>> {
  const row = await findSite(ctx.db, ctx.siteId)
  if (!row) throw notFound('site')
  return rowToView(Site, row) as Output<typeof Site>
}

/** From when to when (exclusive) today lasts in the site's time zone. */
export async function siteToday(ctx: Context): Promise<{ from: Date; to: Date }> {
  return localDay(ctx.now(), (await findSiteTimeZone(ctx.db, ctx.siteId)) ?? 'UTC')
}

/** Changes what the body names. */
export async function changeSite(
  ctx: AgentContext,
  body: BodyOf<typeof api.site.update>,
): Promise<Output<typeof Site>> {
  await ctx.inTransaction(async (work) => {
    await updateSite(work.tx, ctx.siteId, bodyToRow(Site, sites, body, { fillDefaults: false }))
    await planShifts(work.tx, ctx.siteId)
    work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    await work.audit(
      { category: 'globalSettings', actionType: 'siteProfileManagement' },
      'Changed the company profile',
      Object.keys(body).join(', '),
    )
  })
  return getSite(ctx)
}
