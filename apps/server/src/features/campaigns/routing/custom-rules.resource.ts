import { CustomRule, type Output } from '@parley/contract'
import { sql } from 'drizzle-orm'
import type { AgentContext } from '../../../context.ts'
import { customRules } from '../../../db/schema/index.ts'
import { createChildResource } from '../../../kit/child-resource.ts'
import { includedViews } from '../../../kit/references.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { checkConditions } from '../../settings/conditions/check-conditions.ts'
import { mustHaveCampaign } from '../form-fields/form.ts'
import { checkTarget, targetIds } from './route-target.ts'
import { nextOrder } from './rule-order.repo.ts'

type CustomRuleRow = typeof customRules.$inferSelect & Row
export type CustomRuleView = Output<typeof CustomRule>

const resource = createResource<typeof CustomRule, CustomRuleRow>({
  entity: CustomRule,
  noun: 'custom rule',
  table: customRules,
  audit: { category: 'liveChat', actionType: 'liveChatRoutingRulesManagement' },
  nameOf: (row) => row.name ?? row.id,
  references: { campaignId: 'Campaign' },
  orderBy: [sql`${customRules.order}`, sql`${customRules.id}`],
  hooks: {
    async beforeCreate(ctx, { tx }, row, body) {
      row.conditions = await checkConditions(tx, ctx.siteId, body)
      await checkTarget(tx, ctx.siteId, kindOf(row.routeTo), 'routeToId', row.routeToId)
      row.order ??= await nextOrder(tx, ctx.siteId, customRules, row.campaignId)
      row.isEnable ??= true
      row.priority ??= 'normal'
      row.conditionMetType ??= 'all'
    },
    async beforeUpdate(ctx, { tx }, _row, next) {
      next.conditions = await checkConditions(tx, ctx.siteId, next)
      await checkTarget(tx, ctx.siteId, kindOf(next.routeTo), 'routeToId', next.routeToId)
    },
    async afterWrite(ctx, work) {
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    },
  },
})

const children = createChildResource(resource, {
  parentKey: 'campaignId',
  parentColumn: customRules.campaignId,
  checkParent: (ctx, campaignId) => mustHaveCampaign(ctx, String(campaignId)),
})

function kindOf(routeTo: string | null): 'agent' | 'department' | null {
  return routeTo === 'agent' || routeTo === 'department' ? routeTo : null
}

/** Routing rules of a campaign; agents and departments they name are added when asked for. */
export const customRulesResource = {
  ...children,
  async list(ctx: AgentContext, campaignId: string, include: readonly string[] = []): Promise<CustomRuleView[]> {
    return withTargets(ctx, await children.list(ctx, campaignId), include)
  },
  async get(
    ctx: AgentContext,
    campaignId: string,
    id: string,
    include: readonly string[] = [],
  ): Promise<CustomRuleView> {
    const [rule] = await withTargets(ctx, [await children.get(ctx, campaignId, id)], include)
    return rule as CustomRuleView
  },
}

async function withTargets(
  ctx: AgentContext,
  rules: readonly CustomRuleView[],
  include: readonly string[],
): Promise<CustomRuleView[]> {
  const targets = rules.map((rule) => targetIds(rule.routeTo, rule.routeToId))
  const [agents, departments] = await Promise.all([
    include.includes('agent')
      ? includedViews(
          ctx,
          'Agent',
          targets.flatMap(({ agentId }) => agentId ?? []),
        )
      : undefined,
    include.includes('department')
      ? includedViews(
          ctx,
          'Department',
          targets.flatMap(({ departmentId }) => departmentId ?? []),
        )
      : undefined,
  ])
  return rules.map((rule, index) => ({
    ...rule,
    ...(agents
      ? { routeToAgent: (agents.get(targets[index]?.agentId ?? 0) ?? null) as CustomRuleView['routeToAgent'] & object }
      : {}),
    ...(departments
      ? {
          routeToDepartment: (departments.get(targets[index]?.departmentId ?? '') ??
            null) as CustomRuleView['routeToDepartment'] & object,
        }
      : {}),
  }))
}
