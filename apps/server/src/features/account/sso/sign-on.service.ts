import { createHash, randomBytes } from 'node:crypto'
import { startRefreshFamily } from '../../../auth/refresh-tokens.ts'
import { findLogin, recordSignIn } from '../../../auth/sign-in.repo.ts'
import { type ProvenAnswer, proveJwt } from '../../../auth/sso/jwt-answer.ts'
import { proveSaml, samlMetadata, samlSignOnAddress } from '../../../auth/sso/saml-answer.ts'
import { SignOnRefusal } from '../../../auth/sso/sign-on-refusal.ts'
import {
  answerRequest,
  findPendingRequest,
  insertSsoRequest,
  type SsoProtocol,
  takeAnsweredRequest,
  useAnswer,
} from '../../../auth/sso/sso-requests.repo.ts'
import { wrongAttempts } from '../../../auth/wrong-attempts.ts'
import type { App, SiteId } from '../../../context.ts'
import { contextFor } from '../../../request-context.ts'
import type { Gates } from '../session/session.service.ts'
import { getSignOnSettings, publicSsoAddresses, type SignOnSettings } from './sign-on-settings.ts'

/** So long (ms) somebody may take to sign in with the company. */
export const REQUEST_LIFETIME_MS = 10 * 60_000
/** From a good answer to the end of the sign-in there is only a redirect (ms). */
const CODE_LIFETIME_MS = 60_000
/** Used answers are remembered for longer (ms) than any answer is good. */
const ANSWER_REMEMBERED_MS = 30 * 60_000
/** Beginnings from one address within 15 minutes: a large office in the morning, but no flood. */
const MOST_BEGINNINGS = 1000

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/** A browser that wants to sign in. */
export interface Beginning {
  /** the secret in its cookie */
  readonly browser: string
  readonly returnPath: string
  readonly address: string
}

/** How a sign-in ended well. */
export interface Finished {
  readonly refreshToken: string
  readonly returnPath: string
}

export type SignOnService = ReturnType<typeof signOnService>

/**
 * Signs agents in with their company's own accounts. A sign-in has three steps, each a redirect: it begins here, the
 * company answers (perhaps by a POST from its own page, which carries no cookies of ours), and it is finished by the
 * browser that began. Agents are never made or changed: who is not one already is refused.
 */
export function signOnService(app: App, { addresses }: Pick<Gates, 'addresses'>) {
  const { db } = app.database
  const beginnings = wrongAttempts(Date.now, MOST_BEGINNINGS)
  const attempts = wrongAttempts()

  /** Notes whose proven answer it is; gives the code for the last step. All or nothing. */
  function accept(siteId: SiteId, protocol: SsoProtocol, { email, answerId, requestId }: Accepted): Promise<string> {
    const code = randomBytes(32).toString('base64url')
    const now = app.now()
    const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
    return contextFor(app, { kind: 'system', siteId }).inTransaction(async ({ tx }) => {
      const answer = { hash: sha256(answerId), expiresTime: after(ANSWER_REMEMBERED_MS), now }
      if (!(await useAnswer(tx, siteId, answer))) throw new SignOnRefusal('invalid', 'the answer was used before')
      const agent = await findLogin(tx, siteId, email)
      if (!agent) throw new SignOnRefusal('unknown', `${masked(email)} is no agent`)
      if (!agent.isActive || agent.isLocked)
        throw new SignOnRefusal('unknown', `agent ${agent.id} is ${agent.isActive ? 'locked' : 'inactive'}`)
      const isPending = await answerRequest(
        tx,
        siteId,
        { hash: sha256(requestId), protocol, now },
        {
          agentId: agent.id,
          generation: agent.tokenGeneration,
          codeHash: sha256(code),
          expiresTime: after(CODE_LIFETIME_MS),
        },
      )
      if (!isPending) throw new SignOnRefusal('expired', 'no such sign-in is waiting for an answer')
      return code
    })
  }

  async function settingsFor<P extends SsoProtocol>(siteId: SiteId, protocol: P) {
    const settings = await getSignOnSettings(app, siteId)
    if (settings.protocol !== protocol) throw new SignOnRefusal('off', `${protocol} is not what the site uses`)
    return settings as Extract<SignOnSettings, { protocol: P }>
  }

  /** Counts what is refused: nobody tries answers without end. */
  async function counted<T>(address: string, work: () => Promise<T>): Promise<T> {
    attempts.check(address)
    return work().catch((error: unknown) => {
      if (error instanceof SignOnRefusal) attempts.count(address)
      throw error
    })
  }

  return {
    /** Where the browser goes to sign in with its company. Throws SignOnRefusal, and AppError like a sign-in. */
    async begin(siteId: SiteId, { browser, returnPath, address }: Beginning): Promise<string> {
      beginnings.check(address)
      beginnings.count(address)
      const settings = await getSignOnSettings(app, siteId)
      await addresses.check({ kind: 'sign-in', siteId }, address)
      // SAML wants an XML name, which does not begin with a digit
      const requestId = `_${randomBytes(20).toString('hex')}`
      const now = app.now()
      await insertSsoRequest(
        db,
        {
          siteId,
          requestHash: sha256(requestId),
          protocol: settings.protocol,
          browserHash: sha256(browser),
          returnPath,
          expiresTime: new Date(now.getTime() + REQUEST_LIFETIME_MS),
        },
        now,
      )
      if (settings.protocol === 'SAML') return samlSignOnAddress(settings.parties, requestId)
      return jwtSignOnAddress(settings.loginUrl, publicSsoAddresses(app, siteId).jwt, requestId)
    },
    /** Takes a token of the company's login server. */
    takeJwt(siteId: SiteId, answer: { token: string; state: string; address: string }): Promise<string> {
      return counted(answer.address, async () => {
        const { secret } = await settingsFor(siteId, 'JWT')
        const audience = publicSsoAddresses(app, siteId).metadata
        const proven = await proveJwt(answer.token, { secret, siteId, audience, now: app.now() })
        return accept(siteId, 'JWT', { ...proven, requestId: answer.state })
      })
    },
    /** Takes an answer of the company's identity provider. */
    takeSaml(siteId: SiteId, answer: { response: string; address: string }): Promise<string> {
      return counted(answer.address, async () => {
        const { parties } = await settingsFor(siteId, 'SAML')
        const now = app.now()
        const requestTime = async (requestId: string) => {
          const pending = await findPendingRequest(db, siteId, { hash: sha256(requestId), protocol: 'SAML', now })
          if (!pending) throw new SignOnRefusal('expired', 'no such sign-in is waiting for an answer')
          return new Date(pending.expiresTime.getTime() - REQUEST_LIFETIME_MS)
        }
        const proven = await proveSaml(parties, { response: answer.response, requestTime, now: now.getTime() })
        return accept(siteId, 'SAML', proven)
      })
    },
    /** Signs the agent in, in the browser that began. */
    async finish(siteId: SiteId, by: { code: string; browser: string; address: string }): Promise<Finished> {
      await addresses.check({ kind: 'sign-in', siteId }, by.address)
      const now = app.now()
      const row = await takeAnsweredRequest(db, siteId, {
        codeHash: sha256(by.code),
        browserHash: sha256(by.browser),
        now,
      })
      if (row?.agentId == null || row.generation == null)
        throw new SignOnRefusal('expired', 'the sign-in did not begin in this browser, or took too long')
      const signedIn = { siteId, agentId: row.agentId, generation: row.generation }
      await recordSignIn(db, siteId, row.agentId, now)
      app.log.info({ siteId, agentId: row.agentId, protocol: row.protocol }, 'an agent signed in by single sign-on')
      return { refreshToken: await startRefreshFamily(app, signedIn), returnPath: row.returnPath }
    },
    /** The company's own sign-out, where it has one and single sign-on is on. */
    async findLogoutUrl(siteId: SiteId): Promise<string | undefined> {
      const settings = await getSignOnSettings(app, siteId).catch((error: unknown) => {
        if (error instanceof SignOnRefusal) return undefined
        throw error
      })
      return settings?.logoutUrl
    },
    /** Our metadata: the same for sites that there are not, so that nobody learns which there are. */
    metadata(siteId: SiteId): Promise<string> {
      const { metadata, saml } = publicSsoAddresses(app, siteId)
      return samlMetadata({ entityId: metadata, consumerUrl: saml })
    },
  }
}

/** Enough of an address for whoever reads the log to know whose it is. */
const masked = (email: string) => email.replace(/^(.).*@/, '$1…@')

interface Accepted extends ProvenAnswer {
  readonly requestId: string
}

/**
 * `return_to` is how most products of the family name the way back, `redirect_url` how the reference's does. It holds
 * the state already, for login servers that only append `jwt` to it; `state` is for those that build addresses themselves.
 */
function jwtSignOnAddress(loginUrl: string, jwtUrl: string, state: string): string {
  const back = `${jwtUrl}?${new URLSearchParams({ state })}`
  const url = new URL(loginUrl)
  for (const [name, value] of Object.entries({ return_to: back, redirect_url: back, state }))
    url.searchParams.set(name, value)
  return url.href
}
