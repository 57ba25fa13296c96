import type { App } from '../context.ts'
import { AppError, invalid } from '../lib/app-error.ts'
import type { AddressRules } from './address-rules.ts'
import { isPassword, pretendToCheck } from './passwords.ts'
import { findLogin, findLoginSites, type LoginRow, recordSignIn, recordWrongPassword } from './sign-in.repo.ts'
import { wrongAttempts } from './wrong-attempts.ts'

export interface Credentials {
  /** undefined: whichever site e-mail and password fit on */
  readonly siteId: number | undefined
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
 * too_many_requests when an address keeps guessing; honest sign-ins from one address are never limited. Without a site,
 * the password decides; a wrong one counts on every site that has the e-mail, or sites would be free guesses.
 */
export function signInWith(app: App, addresses: AddressRules): SignIn {
  const attempts = wrongAttempts()
  const { db } = app.database

  async function countWrong(rows: readonly LoginRow[]): Promise<void> {
    for (const { siteId, id } of rows) {
      const { isLocked } = await recordWrongPassword(db, siteId, id)
      if (isLocked) app.bus.publish({ type: 'agent.revoked', siteId, agentId: id, reason: 'The account was locked' })
    }
  }

  return async ({ siteId, email, password, address }) => {
    attempts.check(address)
    const sites = siteId === undefined ? await findLoginSites(db, email) : [siteId]
    const usable: LoginRow[] = []
    for (const site of await allowedSites(addresses, sites, address)) {
      const row = await findLogin(db, site, email)
      if (row?.passwordHash && !row.isLocked && row.isActive) usable.push(row)
    }
    const fitting = await rowsWithPassword(usable, password)
    if (!fitting.length) {
      attempts.count(address)
      await countWrong(usable)
      throw wrongLogin()
    }
    const [row, another] = fitting as [LoginRow, LoginRow?]
    if (another) throw invalid('siteId', 'is required: e-mail and password fit on several sites')
    await recordSignIn(db, row.siteId, row.id, app.now())
    return { siteId: row.siteId, agentId: row.id, generation: row.tokenGeneration }
  }
}

async function rowsWithPassword(rows: readonly LoginRow[], password: string): Promise<LoginRow[]> {
  if (!rows.length) await pretendToCheck(password)
  const fitting: LoginRow[] = []
  for (const row of rows) if (await isPassword(row.passwordHash as string, password)) fitting.push(row)
  return fitting
}

/** The sites that let their agents come from the address. A refusal by the only one is passed on. */
async function allowedSites(addresses: AddressRules, sites: readonly number[], address: string): Promise<number[]> {
  const allowed: number[] = []
  for (const siteId of sites) {
    try {
      await addresses.check({ kind: 'sign-in', siteId }, address)
      allowed.push(siteId)
    } catch (error) {
      if (sites.length === 1 || !(error instanceof AppError)) throw error
    }
  }
  return allowed
}

function wrongLogin(): AppError {
  return new AppError(
    'wrong_login',
    'E-mail, password and site do not belong together, or the account is locked or inactive.',
  )
}
