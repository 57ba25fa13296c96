import type { App } from '../context.ts'
import { AppError } from '../lib/app-error.ts'
import type { AddressRules } from './address-rules.ts'
import { isPassword, pretendToCheck } from './passwords.ts'
import { findLogin, recordSignIn, recordWrongPassword } from './sign-in.repo.ts'
import { wrongAttempts } from './wrong-attempts.ts'

export interface Credentials {
  readonly siteId: number
  readonly email: string
  readonly password: string
  /** where the request came from */
  readonly address: string
}

export interface SignedIn {
  readonly siteId: number
  readonly agentId: number
  readonly generation: number
}

export type SignIn = (credentials: Credentials) => Promise<SignedIn>

/**
 * Checks e-mail, password and site. Throws wrong_login, which does not tell what was wrong, address_refused, or
 * too_many_requests when an address keeps guessing; honest sign-ins from one address are never limited.
 */
export function signInWith(app: App, addresses: AddressRules): SignIn {
  const attempts = wrongAttempts()
  return async ({ siteId, email, password, address }) => {
    attempts.check(address)
    await addresses.check({ kind: 'sign-in', siteId }, address)
    const { db } = app.database
    const row = await findLogin(db, siteId, email)
    if (!row?.passwordHash || row.isLocked || !row.isActive) {
      await pretendToCheck(password)
      attempts.count(address)
      throw wrongLogin()
    }
    if (!(await isPassword(row.passwordHash, password))) {
      attempts.count(address)
      const { isLocked } = await recordWrongPassword(db, siteId, row.id)
      if (isLocked)
        app.bus.publish({ type: 'agent.revoked', siteId, agentId: row.id, reason: 'The account was locked' })
      throw wrongLogin()
    }
    await recordSignIn(db, siteId, row.id, app.now())
    return { siteId, agentId: row.id, generation: row.tokenGeneration }
  }
}

function wrongLogin(): AppError {
  return new AppError(
    'wrong_login',
    'E-mail, password and site do not belong together, or the account is locked or inactive.',
  )
}
