import {
  type ChatConditionField,
  type ChatConditionOperator,
  chatConditionFields,
  findTimeZoneId,
  ordersOf,
  readLogicalExpression,
} from '@parley/contract'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { checkIds } from '../../../kit/references.ts'
import { invalid } from '../../../lib/app-error.ts'
import { checkPattern } from './check-pattern.ts'

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const COUNT = /^\d{1,9}$/
/** Far more than anybody reads. Those of segments are held against every page a visitor looks at. */
const MOST_CONDITIONS = 100

/** A condition over what is known of a visitor, as it is sent and stored. */
export interface Condition {
  readonly field: string
  readonly operator: string
  readonly value: string
  readonly order?: number | null | undefined
}

/** Conditions and how they are put together. */
export interface Conditional {
  readonly conditionMetType?: string | null | undefined
  readonly logicalExpression?: string | null | undefined
  readonly conditions?: readonly Condition[] | null | undefined
}

/**
 * Throws 400 for conditions that make no sense, or an expression over them that makes none. Returns the conditions with
 * their values in canonical form and an order each: the next free place where none was given. `path` is put before the
 * names of parameters: `rules[2].`.
 */
export async function checkConditions(
  db: Db,
  siteId: SiteId,
  given: Conditional,
  path = '',
): Promise<(Condition & { order: number })[]> {
  const conditions: Condition[] = []
  if ((given.conditions?.length ?? 0) > MOST_CONDITIONS)
    throw invalid(`${path}conditions`, `must have at most ${MOST_CONDITIONS} entries`)
  for (const [index, condition] of (given.conditions ?? []).entries()) {
    const name = `${path}conditions[${index}]`
    conditions.push({ ...condition, value: await checkCondition(db, siteId, condition, name) })
  }
  const ordered = withOrders(conditions)
  if (given.conditionMetType === 'logicalExpression') {
    checkExpression(`${path}logicalExpression`, given.logicalExpression, ordered)
  }
  return ordered
}

async function checkCondition(
  db: Db,
  siteId: SiteId,
  { field, operator, value }: Condition,
  name: string,
): Promise<string> {
  const { holds, operators } = chatConditionFields[field as ChatConditionField]
  if (!(operators as readonly string[]).includes(operator as ChatConditionOperator)) {
    throw invalid(`${name}.operator`, `must be one of ${operators.map((one) => `'${one}'`).join(', ')} for ${field}`)
  }
  const trimmed = value.trim()
  if (trimmed === '') throw invalid(`${name}.value`, 'must not be empty')
  if (operator === 'regularExpression') checkPattern(`${name}.value`, value)
  if (holds === 'number' && !COUNT.test(trimmed)) throw invalid(`${name}.value`, 'must be a whole number')
  if (holds === 'timeZone') {
    const id = findTimeZoneId(value)
    if (!id) throw invalid(`${name}.value`, 'must be the id of a Windows time zone')
    return id
  }
  if (holds === 'segment') {
    if (!GUID.test(trimmed)) throw invalid(`${name}.value`, 'must be the id of a customer segment')
    await checkIds(db, siteId, 'CustomerSegment', `${name}.value`, trimmed.toLowerCase())
    return trimmed.toLowerCase()
  }
  return value
}

function withOrders(conditions: readonly Condition[]): (Condition & { order: number })[] {
  let last = Math.max(0, ...conditions.map(({ order }) => order ?? 0))
  return conditions.map((condition) => ({ ...condition, order: condition.order ?? ++last }))
}

function checkExpression(
  parameter: string,
  text: string | null | undefined,
  conditions: readonly { readonly order: number }[],
): void {
  if (!text?.trim()) throw invalid(parameter, 'is required')
  const expression = readLogicalExpression(text)
  if (!expression) throw invalid(parameter, "must be an expression such as '1 and (2 or 3)'")
  const orders = conditions.map(({ order }) => order)
  const unknown = ordersOf(expression).find((order) => !orders.includes(order))
  if (unknown !== undefined) throw invalid(parameter, `names condition ${unknown}, which does not exist`)
  const twice = orders.find((order, index) => orders.indexOf(order) !== index)
  if (twice !== undefined) throw invalid(parameter, `is ambiguous: two conditions have the order ${twice}`)
}
