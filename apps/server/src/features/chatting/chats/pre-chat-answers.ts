import type { NamedValueRow } from '../../../db/schema/chats.table.ts'

/** Fields of the pre-chat form that the API shows under names of their own, by what forms call them. */
const systemFields = {
  productService: ['product service', 'productservice'],
  ticketID: ['ticket id', 'ticketid'],
} as const

export type SystemAnswer = keyof typeof systemFields

/** What was answered in a system field; null when nothing was. */
export function answerOf(fields: readonly NamedValueRow[], field: SystemAnswer): string | null {
  return fields.find(({ name }) => isOneOf(name, systemFields[field]))?.value ?? null
}

/** The answers to the fields a site made itself. */
export function customAnswers(fields: readonly NamedValueRow[]): NamedValueRow[] {
  const system = Object.values(systemFields).flat()
  return fields.filter(({ name }) => !isOneOf(name, system))
}

/** The names in lower case under which a system field may be stored. */
export function storedNames(field: SystemAnswer): readonly string[] {
  return systemFields[field]
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.includes(name.toLowerCase())
}
