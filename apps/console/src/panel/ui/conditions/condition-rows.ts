import { type ChatConditionField, type ChatConditionOperator, chatConditionFields, type Shape } from '@parley/contract'

/** A condition as a form keeps it. */
export type Condition = Pick<Shape<'LiveChatCondition'>, 'field' | 'operator' | 'value' | 'order'>

/** A row to begin with. */
export function newCondition(rows: readonly Condition[]): Condition {
  const order = Math.max(0, ...rows.map((row) => row.order ?? 0)) + 1
  return { field: 'CurrentPageURL', operator: 'contains', value: '', order }
}

/** The operators that a field takes. */
export function operatorsOf(field: ChatConditionField): readonly ChatConditionOperator[] {
  return chatConditionFields[field].operators
}

/** What a value of the field has to be. */
export function holdsOf(field: ChatConditionField): 'text' | 'number' | 'timeZone' | 'segment' {
  return chatConditionFields[field].holds
}

/** The row about another field: what does not fit there begins anew. */
export function withField(row: Condition, field: ChatConditionField): Condition {
  const operators = operatorsOf(field)
  const operator = operators.includes(row.operator) ? row.operator : (operators[0] ?? 'is')
  return { ...row, field, operator, value: holdsOf(field) === holdsOf(row.field) ? row.value : '' }
}

/** The index of the row that a refusal names: `Parameter 'conditions[1].value' …`. */
export function refusedRow(error: unknown): number | undefined {
  const index = typeof error === 'string' ? /conditions\[(\d+)\]/.exec(error)?.[1] : undefined
  return index === undefined ? undefined : Number(index)
}
