import { isFound } from '../../../lib/linear-pattern.ts'
import type { ActionRow } from './conversions.repo.ts'

/** What a visitor does that can be a conversion. */
export interface Doing {
  readonly pageUrl: string | null
  readonly variables: readonly { readonly name: string; readonly value: string | null }[]
}

/** Whether the page the visitor is on, or what the page told of them, is the conversion that an action waits for. */
export function isAchieved(action: ActionRow, { pageUrl, variables }: Doing): boolean {
  if (action.type === 'url') return compare(action, pageUrl)
  if (action.type !== 'customVariable') return false
  return compare(action, valueOfVariable(variables, action.customVariableUsedToDetermineConversion))
}

/** What a conversion is worth: a fixed number, what a variable says, or nothing. */
export function worthOf(action: ActionRow, variables: Doing['variables']): number {
  if (!action.isValueAssignedToConversion) return 0
  if (action.valueSource !== 'getFromCustomVariable') return action.assignedValueFromInputting ?? 0
  const number = Number(valueOfVariable(variables, action.assignedValueFromCustomVariable))
  return Number.isFinite(number) ? number : 0
}

function valueOfVariable(variables: Doing['variables'], name: string | null): string | null {
  return variables.find((one) => one.name.toLowerCase() === name?.toLowerCase())?.value ?? null
}

function compare({ operator, value, isCaseSensitive }: ActionRow, text: string | null): boolean {
  if (text === null || !value) return false
  const asMeant = (words: string) => (isCaseSensitive ? words.trim() : words.trim().toLowerCase())
  switch (operator) {
    case 'is':
      return asMeant(text) === asMeant(value)
    case 'beginsWith':
      return asMeant(text).startsWith(asMeant(value))
    case 'contains':
      return asMeant(text).includes(asMeant(value))
    case 'regularExpression':
      return isFound(value, text, isCaseSensitive ?? false)
    case 'isLessThen':
      return text.trim() !== '' && Number(text) < Number(value)
    case 'isMoreThen':
      return text.trim() !== '' && Number(text) > Number(value)
    default:
      return false
  }
}
