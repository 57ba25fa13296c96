import type { Conditional } from '../../settings/conditions/check-conditions.ts'
import { areMet } from '../audience/conditions-rules.ts'
import type { VisitorFacts } from '../audience/visitor-facts.ts'

/** A custom rule of a campaign. */
export interface RoutingRule extends Conditional {
  readonly routeTo: string | null
  readonly routeToId: string | null
  readonly priority: string | null
}

/** How a campaign routes; rules are the enabled ones, in order. */
export interface RoutingSettings {
  readonly isEnable?: boolean | null
  readonly type?: string | null
  readonly routeTo?: string | null
  readonly routeToId?: string | null
  readonly priority?: string | null
  readonly actionWhenNoRuleMatched?: string | null
  readonly routeToIdWhenNoRuleMatched?: string | null
  readonly priorityWhenNoRuleMatched?: string | null
  readonly rules: readonly RoutingRule[]
}

/** Where a chat is to go. No department and no agent: anybody of the site. */
export type Route =
  | {
      readonly type: 'chat'
      readonly departmentId: string | null
      readonly agentId: number | null
      /** 1 lowest … 5 highest */
      readonly priority: number
    }
  | { readonly type: 'offlineMessage' }

const PRIORITIES = ['lowest', 'low', 'normal', 'high', 'highest']
const NORMAL = 3

/**
 * Decides where a chat goes. A department the visitor chose in the pre-chat form stands: the rules then give the priority
 * only, and what they do when none matches is not asked.
 */
export function route(settings: RoutingSettings, facts: VisitorFacts, chosenDepartmentId: string | null): Route {
  if (!settings.isEnable) return to(null, null, null, chosenDepartmentId)
  if (settings.type !== 'customRule') {
    return to(settings.routeTo, settings.routeToId, settings.priority, chosenDepartmentId)
  }
  const rule = settings.rules.find((one) => areMet(one, facts))
  if (rule) return to(rule.routeTo, rule.routeToId, rule.priority, chosenDepartmentId)
  if (chosenDepartmentId) return to(null, null, null, chosenDepartmentId)
  const { routeToIdWhenNoRuleMatched: id, priorityWhenNoRuleMatched: priority } = settings
  switch (settings.actionWhenNoRuleMatched) {
    case 'redirectToOfflineMessage':
      return { type: 'offlineMessage' }
    case 'routeToDepartment':
      return to('department', id, priority, null)
    case 'routeToAgent':
      return to('agent', id, priority, null)
    default:
      return to(null, null, priority, null)
  }
}

function to(
  kind: string | null | undefined,
  id: string | null | undefined,
  priority: string | null | undefined,
  chosenDepartmentId: string | null,
): Route {
  const place = PRIORITIES.indexOf(priority ?? '')
  const department = chosenDepartmentId ?? (kind === 'department' && id ? id.toLowerCase() : null)
  return {
    type: 'chat',
    departmentId: department,
    agentId: department === null && kind === 'agent' && id ? Number(id) : null,
    priority: place < 0 ? NORMAL : place + 1,
  }
}
