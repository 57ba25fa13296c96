import { type LogicalExpression, ordersOf, readLogicalExpression } from '@parley/contract'
import { type Condition, holdsOf } from './condition-rows.ts'
import { fieldWords, operatorWords } from './condition-words.ts'

/** What can be said of an expression while it is typed. */
export type ExpressionCheck =
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly problem: string }
  | { readonly kind: 'right'; readonly sentence: string; readonly unused: readonly number[] }

/** Reads an expression over the numbers of conditions: what is wrong with it, or what it means in words. */
export function checkExpression(
  text: string,
  conditions: readonly Condition[],
  nameOfSegment: (id: string) => string = (id) => id,
): ExpressionCheck {
  if (text.trim() === '') return { kind: 'empty' }
  const expression = readLogicalExpression(text)
  if (!expression) return { kind: 'wrong', problem: 'Put and, or and parentheses between the numbers of conditions.' }
  const named = ordersOf(expression)
  const known = conditions.map(({ order }) => order)
  const unknown = named.find((order) => !known.includes(order))
  if (unknown !== undefined) return { kind: 'wrong', problem: `There is no condition ${unknown}.` }
  const unused = known.filter((order) => order !== null && !named.includes(order)) as number[]
  const wordsOf = (order: number) => conditionWords(conditions, order, nameOfSegment)
  return { kind: 'right', sentence: sentenceOf(expression, wordsOf), unused }
}

function sentenceOf(expression: LogicalExpression, wordsOf: (order: number) => string, isInner = false): string {
  if ('order' in expression) return wordsOf(expression.order)
  const [parts, word] = 'all' in expression ? [expression.all, 'and'] : [expression.any, 'or']
  const text = parts.map((part) => sentenceOf(part, wordsOf, true)).join(` ${word} `)
  return isInner ? `(${text})` : text
}

function conditionWords(
  conditions: readonly Condition[],
  order: number,
  nameOfSegment: (id: string) => string,
): string {
  const condition = conditions.find((each) => each.order === order)
  if (!condition) return String(order)
  const { field, operator, value } = condition
  const shown = holdsOf(field) === 'segment' ? nameOfSegment(value) : value.trim()
  return `${fieldWords[field]} ${operatorWords[operator]} ${shown ? `“${shown}”` : '…'}`
}
