import type { Shape } from '@parley/contract'

/** A field of a secure form. */
export type SecureField = Shape<'SecureFormField'>

/** The kinds of fields, in words. */
export const fieldTypes: Record<SecureField['type'], string> = {
  text: 'Line of text',
  textArea: 'Text of several lines',
  radioBox: 'One of some choices',
  dropdownList: 'One of a list',
  checkbox: 'Check box',
  checkboxList: 'Several of a list',
  datePicker: 'Date',
  cardNumber: 'Card number',
}

/** Whether a field of the type needs choices. */
export function hasOptions(type: SecureField['type']): boolean {
  return type === 'radioBox' || type === 'dropdownList' || type === 'checkboxList'
}

/** A name for programs, made from a label: `Card number` becomes `cardNumber`. */
export function programName(label: string): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
}
