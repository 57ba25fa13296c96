import type { Shape } from '@parley/contract'

type Category = NonNullable<Shape<'AuditLog'>['category']>

/** The parts of the product that an entry can belong to, in words. */
export const categoryWords: Record<Category, string> = {
  globalSettings: 'Site and people',
  liveChat: 'Live chat',
  bot: 'Bots',
  ticketingAndMessaging: 'Ticketing',
  knowledgeBase: 'Knowledge base',
}

/** A type such as `customAwayStatusManagement` as words: Custom away status management. */
export function actionWords(type: string | null): string {
  const words = (type ?? '')
    .replaceAll(/([a-z])([A-Z])/gu, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .replaceAll(/\b[A-Z][a-z]/gu, (start) => start.toLowerCase())
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The properties that a change named, when that is all its details hold: `name, description`. */
export function propertyNames(details: string): string[] | undefined {
  const names = details.split(',').map((name) => name.trim())
  return names.every((name) => /^[a-z]\w*$/u.test(name)) ? names : undefined
}
