import type { AnyOperation } from '../operation.ts'
import { accountEffects } from './effects-account.ts'
import { campaignEffects } from './effects-campaigns.ts'
import { otherEffects } from './effects-other.ts'
import { settingsEffects } from './effects-settings.ts'

const effects: Readonly<Record<string, string>> = {
  ...accountEffects,
  ...campaignEffects,
  ...settingsEffects,
  ...otherEffects,
}

/** Whether anybody has said what the operation does; reading needs no words of its own. */
export function hasEffect({ id, method }: AnyOperation): boolean {
  return method === 'GET' || id in effects
}

/** What an operation does, in a sentence. */
export function effectOf({ id, method, ok }: AnyOperation): string {
  const said = effects[id]
  if (said) return said
  if (method === 'GET') return ok.page ? 'Shows what is stored, in pages.' : 'Shows what is stored.'
  return method === 'DELETE' ? 'Removes what is stored.' : 'Stored and read back.'
}
