import type { Shape } from '@parley/contract'

type Conversion = Shape<'ConversionAction'>

/** How a conversion is noticed, in words. */
export const typeWords: Record<Conversion['type'], string> = {
  url: 'A page is visited',
  customVariable: 'A custom variable has a value',
  api: 'Your program says so',
}

/** How its value is compared, in words. */
export const operatorWords: Record<NonNullable<Conversion['operator']>, string> = {
  is: 'is',
  beginsWith: 'begins with',
  contains: 'contains',
  regularExpression: 'matches the pattern',
  isLessThen: 'is less than',
  isMoreThen: 'is more than',
}

/** What makes the conversion happen, as one line. */
export function ruleOf({ type, operator, value, customVariableUsedToDetermineConversion: name }: Conversion): string {
  if (type === 'api') return typeWords.api
  const subject = type === 'url' ? 'Page' : (name ?? 'Variable')
  return `${subject} ${operator ? operatorWords[operator] : 'is'} ${value ?? ''}`.trim()
}
