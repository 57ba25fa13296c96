import { type Output, type Update, VisitorSSO, VisitorSSOCampaign } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { addIncludes } from '../../../kit/includes.ts'
import { checkIds, includedViews } from '../../../kit/references.ts'
import { createSingleton } from '../../../kit/singleton.ts'
import { invalid } from '../../../lib/app-error.ts'
import { findSignInSettings, lockSignInSettings, updateSignInSettings } from './sign-in-settings.repo.ts'
import { checkVisitorSso } from './sso.rules.ts'

type View = Output<typeof VisitorSSO>
type Body = Update<typeof VisitorSSO>
type CampaignRow = NonNullable<Body['perCampaign']>[number]

const includes = { campaign: { entity: 'Campaign', ids: 'campaignId', into: 'campaign' } }

const settings = createSingleton<typeof VisitorSSO, null>({
  entity: VisitorSSO,
  noun: 'the single sign-on of visitors',
  audit: { category: 'liveChat', actionType: 'visitorSSOManagement' },
  initial: { isEnabled: false },
  read: async (db, siteId) => (await findSignInSettings(db, siteId))?.visitorSSO ?? undefined,
  lock: lockSignInSettings,
  write: (tx, siteId, _key, visitorSSO) => updateSignInSettings(tx, siteId, { visitorSSO }),
  async check(ctx, work, next, body) {
    checkVisitorSso(next, ctx.app.config)
    if (!body.perCampaign) return
    const ids = body.perCampaign.map(({ campaignId }) => campaignId)
    await checkIds(work.tx, ctx.siteId, 'Campaign', 'perCampaign.campaignId', ids)
    if (new Set(ids).size < ids.length) throw invalid('perCampaign.campaignId', 'must not name a campaign twice')
    next.perCampaign = body.perCampaign.map(withDefaults)
  },
})

/** How visitors sign in with the accounts they have at the site's owner. */
export async function getVisitorSso(ctx: AgentContext, include: readonly string[]): Promise<View> {
  const view = await settings.get(ctx, null)
  const campaigns = await includedViews(
    ctx,
    'Campaign',
    view.perCampaign.map(({ campaignId }) => campaignId),
  )
  // campaigns that were deleted since are not shown
  const perCampaign = view.perCampaign.filter(({ campaignId }) => campaigns.has(campaignId))
  await addIncludes(ctx, includes, perCampaign, include)
  return { ...view, perCampaign }
}

/** Changes what the body names. */
export async function changeVisitorSso(ctx: AgentContext, body: Body): Promise<View> {
  await settings.update(ctx, null, body)
  return getVisitorSso(ctx, [])
}

/** A row with the contract's values for what it leaves out. */
function withDefaults(row: CampaignRow): CampaignRow {
  const given = row as Record<string, unknown>
  const values = Object.entries(VisitorSSOCampaign.fields).map(([name, { facts }]) => [
    name,
    given[name] ?? facts.initial,
  ])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as CampaignRow
}
