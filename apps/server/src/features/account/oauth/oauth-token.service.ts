import { createHash } from 'node:crypto'
import type { api, BodyOf, OAuthToken, Output } from '@parley/contract'
import { OAuthError } from '../../../auth/oauth-error.ts'
import { endFamily, findRefreshSite, rotateRefreshToken, startRefreshFamily } from '../../../auth/refresh-tokens.ts'
import type { SignedIn } from '../../../auth/sign-in.ts'
import { TOKEN_SECONDS, type Tokens } from '../../../auth/tokens.ts'
import type { App } from '../../../context.ts'
import { AppError } from '../../../lib/app-error.ts'
import type { Gates } from '../session/session.service.ts'
import { readClientId } from './client-ids.ts'
import { useCode } from './oauth.repo.ts'

type TokenRequest = BodyOf<typeof api.auth.oauthToken>
type TokenAnswer = Output<typeof OAuthToken>
type Grant = (request: TokenRequest, address: string) => Promise<TokenAnswer>

/** Holds refresh tokens of those who knew the password; applications hold theirs under their own id. */
const PASSWORD = 'password'

/** The grants of `POST /oauth/token`. */
export function oauthTokenService(app: App, tokens: Tokens, { signIn, addresses }: Gates) {
  /** An access token, checked: one for somebody who was deactivated meanwhile must not even leave the house. */
  async function accessFor(signedIn: SignedIn, holder: string): Promise<string> {
    const token = await tokens.issue({ ...signedIn, ...(holder === PASSWORD ? {} : { application: holder }) })
    await tokens.authenticate(token)
    return token
  }

  const byPassword: Grant = async (request, address) => {
    const email = needed('email', request.email ?? request.username)
    const password = needed('password', request.password)
    const signedIn = await signIn({ siteId: request.siteId ?? request.site_id, email, password, address })
    const access = await accessFor(signedIn, PASSWORD)
    return answer(access, await startRefreshFamily(app, signedIn, { holder: PASSWORD }))
  }

  const byRefreshToken: Grant = async (request, address) => {
    const token = needed('refresh_token', request.refresh_token)
    const client = readClientId(request.client_id ?? '')
    // before the token is spent: back at an allowed address it still is good
    const siteId = await findRefreshSite(app, token)
    if (siteId !== undefined) await addresses.check({ kind: 'sign-in', siteId }, address)
    return asGrant(async () => {
      const holders = [PASSWORD, ...(client && client.siteId === siteId ? [client.id] : [])]
      const { next, signedIn, holder } = await rotateRefreshToken(app, token, holders)
      return answer(await accessFor(signedIn, holder), next)
    })
  }

  const byCode: Grant = async (request, address) => {
    const client = readClientId(needed('client_id', request.client_id))
    const code = needed('code', request.code)
    const redirectUri = needed('redirect_uri', request.redirect_uri)
    const verifier = needed('code_verifier', request.code_verifier)
    if (!client) throw new OAuthError('invalid_client', "Parameter 'client_id' names no application.")
    const { siteId } = client
    await addresses.check({ kind: 'sign-in', siteId }, address)
    const now = app.now()
    const used = await useCode(app.database.db, siteId, { hash: sha256(code), now })
    if (!used) throw wrongCode()
    const { row, isFirst } = used
    if (!isFirst) {
      await endFamily(app, row.familyId)
      throw wrongCode()
    }
    const isGood = row.expiresTime > now && row.clientId === client.id && row.redirectUri === redirectUri
    if (!isGood || sha256(verifier).toString('base64url') !== row.codeChallenge) throw wrongCode()
    const { agentId, generation, familyId } = row
    const signedIn = { siteId, agentId, generation }
    return asGrant(async () => {
      const access = await accessFor(signedIn, client.id)
      return answer(access, await startRefreshFamily(app, signedIn, { holder: client.id, familyId }))
    })
  }

  const grants: Readonly<Record<string, Grant>> = {
    password: byPassword,
    refresh_token: byRefreshToken,
    authorization_code: byCode,
  }

  return {
    async issue(request: TokenRequest, address: string): Promise<TokenAnswer> {
      const grant = Object.hasOwn(grants, request.grant_type) ? grants[request.grant_type] : undefined
      if (grant) return grant(request, address)
      const known = Object.keys(grants).join(', ')
      throw new OAuthError('unsupported_grant_type', `Parameter 'grant_type' must be one of ${known}.`)
    },
  }
}

/** The SHA-256 of a text: what is stored of a code, and how a verifier becomes a challenge. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function answer(access: string, refresh: string): TokenAnswer {
  return { access_token: access, token_type: 'bearer', expires_in: TOKEN_SECONDS, refresh_token: refresh }
}

function needed(name: string, value: string | undefined): string {
  if (!value) throw new OAuthError('invalid_request', `Parameter '${name}' is required.`)
  return value
}

/** To OAuth, a grant that has become worthless is a wrong parameter. */
async function asGrant<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && error.status === 401)
      throw new OAuthError('invalid_grant', 'The token or code is not valid any more. Sign in again.', { cause: error })
    throw error
  }
}

function wrongCode(): OAuthError {
  return new OAuthError(
    'invalid_grant',
    "The code has expired, was used before, or does not belong to 'client_id', 'redirect_uri' and 'code_verifier'.",
  )
}
