import type { Shape } from '@parley/contract'

type Routing = Shape<'Routing'>
export type Priority = NonNullable<Routing['priority']>

/** Who a chat can be for. */
export type TargetKind = 'anybody' | 'department' | 'agent' | 'offlineMessage'

/** Whom a chat is for; the id is an agent's or a department's. */
export interface Target {
  readonly kind: TargetKind
  readonly id: string
}

/** How urgent a chat is, in words. */
export const priorityWords: Record<Priority, string> = {
  highest: 'Highest',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
  lowest: 'Lowest',
}

const actionOf = {
  anybody: 'routeToSite',
  department: 'routeToDepartment',
  agent: 'routeToAgent',
  offlineMessage: 'redirectToOfflineMessage',
} as const

/** The target that a rule or the simple routing names. */
export function targetOf(routeTo: Routing['routeTo'], id: string | null): Target {
  return { kind: routeTo ?? 'anybody', id: id ?? '' }
}

/** The target of an action when no rule matched. */
export function targetOfAction(action: Routing['actionWhenNoRuleMatched'], id: string | null): Target {
  const kinds = Object.keys(actionOf) as TargetKind[]
  return { kind: kinds.find((kind) => actionOf[kind] === action) ?? 'anybody', id: id ?? '' }
}

/** Whether a target is somebody who has to be named. */
export function isNamed(kind: TargetKind): kind is 'department' | 'agent' {
  return kind === 'department' || kind === 'agent'
}

/** A target as a rule keeps it. */
export function routeOf({ kind, id }: Target) {
  return isNamed(kind) ? { routeTo: kind, routeToId: id } : { routeTo: null, routeToId: null }
}

/** A target as the action when no rule matched keeps it. */
export function actionWith({ kind, id }: Target) {
  return { actionWhenNoRuleMatched: actionOf[kind], routeToIdWhenNoRuleMatched: isNamed(kind) ? id : null }
}
