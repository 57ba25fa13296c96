import { type Output, Routing } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import { includedViews } from '../../../kit/references.ts'
import { campaignPart } from '../parts/campaign-part.ts'
import { customRulesResource } from './custom-rules.resource.ts'
import { replaceCustomRules } from './custom-rules-replacement.ts'
import { checkTarget, targetIds } from './route-target.ts'

const part = campaignPart<typeof Routing>({
  entity: Routing,
  part: 'routing',
  noun: 'the routing',
  audit: { category: 'liveChat', actionType: 'liveChatRoutingRulesManagement' },
  initial: {
    isEnable: false,
    type: 'simple',
    priority: 'normal',
    percentageToBot: 0,
    actionWhenNoRuleMatched: 'routeToSite',
    priorityWhenNoRuleMatched: 'normal',
    percentageToBotWhenNoRuleMatched: 0,
  },
  async check(ctx, { tx }, next) {
    const { routeTo, actionWhenNoRuleMatched: action } = next
    await checkTarget(
      tx,
      ctx.siteId,
      routeTo === 'agent' || routeTo === 'department' ? routeTo : null,
      'routeToId',
      next.routeToId as string | null,
    )
    const kind = action === 'routeToAgent' ? 'agent' : action === 'routeToDepartment' ? 'department' : null
    await checkTarget(
      tx,
      ctx.siteId,
      kind,
      'routeToIdWhenNoRuleMatched',
      next.routeToIdWhenNoRuleMatched as string | null,
    )
  },
  elsewhere: {
    names: ['customRules'],
    show: async (ctx: AgentContext, campaignId: string) => ({
      customRules: await customRulesResource.list(ctx, campaignId),
    }),
    async change(ctx: AgentContext, work: Work, campaignId: string, body) {
      if (body.customRules) await replaceCustomRules(ctx, work, campaignId, body.customRules)
    },
  },
})

type RoutingView = Output<typeof Routing>

/** How a campaign's chats find their department or agent. */
export const routing = {
  update: part.update,
  async get(ctx: AgentContext, campaignId: string, include: readonly string[] = []): Promise<RoutingView> {
    const view = await part.get(ctx, campaignId)
    const simple = targetIds(view.routeTo, view.routeToId)
    const otherwise = targetIds(view.actionWhenNoRuleMatched, view.routeToIdWhenNoRuleMatched)
    const one = async (entity: string, id: number | string | null) =>
      id === null ? null : ((await includedViews(ctx, entity, [id])).get(id) ?? null)
    return {
      ...view,
      ...(include.includes('agent')
        ? {
            routeToAgent: await one('Agent', simple.agentId),
            routeToAgentWhenNoRuleMatched: await one('Agent', otherwise.agentId),
          }
        : {}),
      ...(include.includes('department')
        ? {
            routeToDepartment: await one('Department', simple.departmentId),
            routeToDepartmentWhenNoRuleMatched: await one('Department', otherwise.departmentId),
          }
        : {}),
    } as RoutingView
  },
}
