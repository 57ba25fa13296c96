import type { api, BodyOf } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import { newId } from '../../../lib/ids.ts'
import { checkConditions } from '../../settings/conditions/check-conditions.ts'
import { deleteCustomRules, insertCustomRule, listCustomRules } from './custom-rules.repo.ts'
import { matchByName } from './matched-rules.ts'
import { checkTarget } from './route-target.ts'

type RuleInput = NonNullable<BodyOf<typeof api.routing.update>['customRules']>[number]

/** A PUT of the routing that carries rules replaces all of them, in the order they come. */
export async function replaceCustomRules(
  ctx: AgentContext,
  { tx }: Work,
  campaignId: string,
  rules: readonly RuleInput[],
): Promise<void> {
  const stored = await listCustomRules(tx, ctx.siteId, campaignId)
  const { matches } = matchByName(stored, rules)
  await deleteCustomRules(tx, ctx.siteId, campaignId)
  for (const [index, rule] of rules.entries()) {
    const path = `customRules[${index}].routeToId`
    const conditions = await checkConditions(tx, ctx.siteId, rule, `customRules[${index}].`)
    await checkTarget(tx, ctx.siteId, rule.routeTo ?? null, path, rule.routeToId)
    await insertCustomRule(tx, {
      siteId: ctx.siteId,
      id: matches[index]?.id ?? newId(),
      campaignId,
      name: rule.name ?? null,
      isEnable: rule.isEnable ?? true,
      order: rule.order ?? index + 1,
      routeTo: rule.routeTo ?? null,
      routeToId: rule.routeToId ?? null,
      priority: rule.priority ?? 'normal',
      percentageToBot: rule.percentageToBot ?? 0,
      conditionMetType: rule.conditionMetType ?? 'all',
      logicalExpression: rule.logicalExpression ?? null,
      conditions,
      createdTime: matches[index]?.createdTime ?? ctx.now(),
    })
  }
}
