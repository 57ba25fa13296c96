import { randomBytes, randomUUID } from 'node:crypto'
import { OAuthError } from '../../../auth/oauth-error.ts'
import type { Tokens } from '../../../auth/tokens.ts'
import type { App } from '../../../context.ts'
import { AppError } from '../../../lib/app-error.ts'
import { contextFor } from '../../../request-context.ts'
import type { Gates } from '../session/session.service.ts'
import { readClientId } from './client-ids.ts'
import { type ClientRow, findClient, insertCode } from './oauth.repo.ts'
import { sha256 } from './oauth-token.service.ts'

/** A code is good for this long (ms): enough to be carried from browser to application. */
const CODE_LIFETIME_MS = 60_000

/** What an application asks for, as it came. */
export type AuthorizeParameters = Readonly<
  Record<'response_type' | 'client_id' | 'redirect_uri' | 'state' | 'code_challenge' | 'code_challenge_method', string>
>

/** A request whose application and way back are known to be right. */
export interface AuthorizeRequest {
  readonly client: ClientRow
  readonly redirectUri: string
  readonly state: string
  readonly codeChallenge: string
}

/** Who says yes. */
export interface Approval {
  readonly email: string
  readonly password: string
  readonly address: string
}

export type AuthorizeService = ReturnType<typeof authorizeService>

/** Lets agents hand a code to an application. */
export function authorizeService(app: App, tokens: Tokens, { signIn }: Gates) {
  return {
    /** Throws when application or way back are wrong: then nobody may be sent anywhere. */
    async read(parameters: AuthorizeParameters): Promise<AuthorizeRequest> {
      const name = readClientId(parameters.client_id)
      const client = name && (await findClient(app.database.db, name.siteId, name.id))
      if (!client) throw new OAuthError('invalid_client', 'This application is not registered here.')
      const redirectUri = parameters.redirect_uri
      if (!client.redirectUris.includes(redirectUri))
        throw new OAuthError('invalid_request', 'The application wants you sent to an address it did not register.')
      return { client, redirectUri, state: parameters.state, codeChallenge: parameters.code_challenge }
    },
    /** What else is wrong with a request: the application hears of it. */
    problemOf(parameters: AuthorizeParameters): OAuthError | undefined {
      if (parameters.response_type !== 'code')
        return new OAuthError('unsupported_response_type', "Parameter 'response_type' must be code.")
      if (parameters.code_challenge_method !== 'S256')
        return new OAuthError('invalid_request', "Parameter 'code_challenge_method' must be S256.")
      if (!/^[\w-]{43}$/.test(parameters.code_challenge))
        return new OAuthError('invalid_request', "Parameter 'code_challenge' must be a SHA-256 in base64url.")
      return undefined
    },
    /** Where the browser goes with a code. Throws wrong_login and the like. */
    async approve(request: AuthorizeRequest, approval: Approval): Promise<string> {
      const { client, redirectUri } = request
      const { siteId, agentId, generation } = await signIn({ siteId: client.siteId, ...approval })
      const caller = await tokens.callerFor({ siteId, agentId })
      if (!caller) throw new AppError('wrong_login', 'The account is locked or inactive.')
      const code = randomBytes(32).toString('base64url')
      const now = app.now()
      await contextFor(app, caller).inTransaction(async (work) => {
        const row = {
          siteId,
          codeHash: sha256(code),
          clientId: client.id,
          agentId,
          generation,
          redirectUri,
          codeChallenge: request.codeChallenge,
          familyId: randomUUID(),
          expiresTime: new Date(now.getTime() + CODE_LIFETIME_MS),
        }
        await insertCode(work.tx, row, now)
        const action = { category: 'globalSettings', actionType: 'integrationAndAPIManagement' } as const
        await work.audit(action, `Let the OAuth application ${client.name} act for oneself`)
      })
      return backTo(request, { code })
    },
    /** Where the browser goes without one. */
    refusal(request: AuthorizeRequest, problem: OAuthError): string {
      return backTo(request, { error: problem.word, error_description: problem.message })
    },
  }
}

/** The application's address with the answer and its own state, which says to it whose answer that is. */
function backTo({ redirectUri, state }: AuthorizeRequest, answer: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ ...answer, ...(state ? { state } : {}) }).toString()
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`
}
