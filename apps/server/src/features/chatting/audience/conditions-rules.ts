import { type ChatConditionField, type LogicalExpression, readLogicalExpression } from '@parley/contract'
import { isFound } from '../../../lib/linear-pattern.ts'
import type { Condition, Conditional } from '../../settings/conditions/check-conditions.ts'
import { isLanguage } from './language-rules.ts'
import type { VisitorFacts } from './visitor-facts.ts'

/** Whether conditions hold for a visitor. Where there are none, nothing is asked: they hold for everybody. */
export function areMet(given: Conditional, facts: VisitorFacts): boolean {
  const conditions = given.conditions ?? []
  const holds = (condition: Condition) => isMet(condition, facts)
  if (given.conditionMetType === 'logicalExpression') {
    const expression = readLogicalExpression(given.logicalExpression ?? '')
    return (
      expression !== undefined && isTrue(expression, (order) => conditions.some((c) => c.order === order && holds(c)))
    )
  }
  if (given.conditionMetType === 'any' && conditions.length) return conditions.some(holds)
  return conditions.every(holds)
}

function isTrue(expression: LogicalExpression, holds: (order: number) => boolean): boolean {
  if ('order' in expression) return holds(expression.order)
  if ('all' in expression) return expression.all.every((part) => isTrue(part, holds))
  return expression.any.some((part) => isTrue(part, holds))
}

function isMet({ field, operator, value }: Condition, facts: VisitorFacts): boolean {
  const fact = facts[field as ChatConditionField]
  if (typeof fact === 'number') return isNumberMet(operator, fact, Number(value))
  if (fact !== null && typeof fact === 'object') return fact.has(value) === (operator === 'is')
  const isSame = field === 'Language' ? isLanguage : isSameText
  // what is not known is nothing, contains nothing, and is therefore not what the condition names
  if (operator === 'isNot') return fact === null || !isSame(fact, value)
  if (operator === 'doesNotContain') return fact === null || !contains(fact, value)
  if (fact === null) return false
  if (operator === 'contains') return contains(fact, value)
  return operator === 'regularExpression' ? isFound(value, fact) : isSame(fact, value)
}

function isNumberMet(operator: string, fact: number, value: number): boolean {
  switch (operator) {
    case 'isMoreThan':
      return fact > value
    case 'isNotMoreThan':
      return fact <= value
    case 'isLessThan':
      return fact < value
    case 'isNotLessThan':
      return fact >= value
    default:
      return fact === value
  }
}

const isSameText = (fact: string, value: string) => fact.trim().toLowerCase() === value.trim().toLowerCase()
const contains = (fact: string, value: string) => fact.toLowerCase().includes(value.trim().toLowerCase())
