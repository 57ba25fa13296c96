import { DynamicCampaign, type Output, type Update } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import { addIncludes } from '../../../kit/includes.ts'
import { checkIds } from '../../../kit/references.ts'
import { invalid } from '../../../lib/app-error.ts'
import { checkConditions } from '../conditions/check-conditions.ts'
import { siteFeature } from './site-feature.ts'

type View = Output<typeof DynamicCampaign>

const settings = siteFeature<typeof DynamicCampaign>({
  entity: DynamicCampaign,
  feature: 'dynamicCampaign',
  audit: { category: 'liveChat', actionType: 'campaignsManagement' },
  noun: 'the dynamic campaign',
  initial: { dynamicCampaignRules: [] },
  references: { defaultCampaignId: 'Campaign' },
  includes: { campaign: { entity: 'Campaign', ids: 'defaultCampaignId', into: 'defaultCampaign' } },
  async check(ctx, work, next, body) {
    if (body.dynamicCampaignRules) next.dynamicCampaignRules = await checkRules(ctx, work, body.dynamicCampaignRules)
  },
})

const TARGET = { campaign: { entity: 'Campaign', ids: 'targetCampaignId', into: 'targetCampaign' } }

/** Which campaign a visitor gets on a page that leaves it open. */
export async function getDynamicCampaign(ctx: AgentContext, include: readonly string[] = []): Promise<View> {
  const view = await settings.get(ctx, null, include)
  await addIncludes(ctx, TARGET, view.dynamicCampaignRules, include)
  return view
}

/** Changes what the body names; rules are replaced as a whole. */
export async function changeDynamicCampaign(ctx: AgentContext, body: Update<typeof DynamicCampaign>): Promise<View> {
  await settings.update(ctx, null, body)
  return getDynamicCampaign(ctx)
}

type Rules = NonNullable<Update<typeof DynamicCampaign>['dynamicCampaignRules']>

async function checkRules(ctx: AgentContext, { tx }: Work, rules: Rules): Promise<Rules> {
  const checked: Rules = []
  for (const [index, rule] of rules.entries()) {
    const path = `dynamicCampaignRules[${index}].`
    if (rule.name.trim() === '') throw invalid(`${path}name`, 'must not be empty')
    await checkIds(tx, ctx.siteId, 'Campaign', `${path}targetCampaignId`, rule.targetCampaignId)
    const conditions = await checkConditions(tx, ctx.siteId, rule, path)
    checked.push({ ...rule, conditions: conditions as NonNullable<Rules[number]['conditions']> })
  }
  return checked.sort((one, other) => one.order - other.order)
}
