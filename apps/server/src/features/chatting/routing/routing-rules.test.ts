import { describe, expect, test } from 'vitest'
import type { VisitorFacts } from '../audience/visitor-facts.ts'
import { type RoutingSettings, route } from './routing-rules.ts'

const SALES = '0190a0a0-0000-7000-8000-00000000000a'
const OTHER = '0190a0a0-0000-7000-8000-00000000000b'
const facts = { Numberofvisits: 2, Segmentation: new Set<string>() } as unknown as VisitorFacts
const when = (value: string) => [{ field: 'Numberofvisits', operator: 'is', value }]
const chat = (target: object) => ({ type: 'chat', departmentId: null, agentId: null, priority: 3, ...target })
const routed = (settings: Partial<RoutingSettings>, chosen: string | null = null) =>
  route({ isEnable: true, rules: [], ...settings }, facts, chosen)

describe('simple routing', () => {
  test.each([
    [{ type: 'simple', routeTo: 'department', routeToId: SALES.toUpperCase() }, chat({ departmentId: SALES })],
    [{ type: 'simple', routeTo: 'agent', routeToId: '7', priority: 'highest' }, chat({ agentId: 7, priority: 5 })],
    [{ type: 'simple', priority: 'lowest' }, chat({ priority: 1 })],
    [{ type: 'simple', routeTo: 'agent', routeToId: null }, chat({})],
    [{ isEnable: false, routeTo: 'agent', routeToId: '7', priority: 'highest' }, chat({})],
  ])('%j', (settings, expected) => {
    expect(routed(settings)).toEqual(expected)
  })
})

describe('custom rules', () => {
  const rules = [
    { routeTo: 'agent', routeToId: '7', priority: 'high', conditions: when('1') },
    { routeTo: 'department', routeToId: SALES, priority: 'low', conditions: when('2') },
    { routeTo: 'agent', routeToId: '8', priority: 'highest', conditions: [] },
  ]

  test('the first one that holds wins', () => {
    expect(routed({ type: 'customRule', rules })).toEqual(chat({ departmentId: SALES, priority: 2 }))
  })

  test.each([
    [{ actionWhenNoRuleMatched: 'redirectToOfflineMessage' }, { type: 'offlineMessage' }],
    [
      { actionWhenNoRuleMatched: 'routeToDepartment', routeToIdWhenNoRuleMatched: SALES },
      chat({ departmentId: SALES }),
    ],
    [
      {
        actionWhenNoRuleMatched: 'routeToAgent',
        routeToIdWhenNoRuleMatched: '9',
        priorityWhenNoRuleMatched: 'low',
      },
      chat({ agentId: 9, priority: 2 }),
    ],
    [{ actionWhenNoRuleMatched: 'routeToSite', priorityWhenNoRuleMatched: 'high' }, chat({ priority: 4 })],
    [{}, chat({})],
  ])('none holds: %j', (settings, expected) => {
    const none = rules.slice(0, 1)
    expect(routed({ type: 'customRule', rules: none, ...settings })).toEqual(expected)
  })

  test('a department the visitor chose stands, and takes the priority of the rule', () => {
    expect(routed({ type: 'customRule', rules }, OTHER)).toEqual(chat({ departmentId: OTHER, priority: 2 }))
    const none = { rules: [], actionWhenNoRuleMatched: 'redirectToOfflineMessage' }
    expect(routed({ type: 'customRule', ...none }, OTHER)).toEqual(chat({ departmentId: OTHER }))
    const agent = { type: 'simple', routeTo: 'agent', routeToId: '7', priority: 'high' }
    expect(routed(agent, OTHER)).toEqual(chat({ departmentId: OTHER, priority: 4 }))
  })
})
