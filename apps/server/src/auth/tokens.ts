import { errors as joseErrors, jwtVerify, SignJWT } from 'jose'
import type { AgentCaller, App } from '../context.ts'
import { AppError } from '../lib/app-error.ts'
import { newId } from '../lib/ids.ts'
import { type Acting, type AgentAccessRow, findAgentAccess } from './agent-access.repo.ts'
import { type KeyRing, keyRing } from './signing-keys.ts'

const ISSUER = 'parley'
/** How long an access token is good, in seconds. */
export const TOKEN_SECONDS = 2 * 3600
/** An agent's rights are read again after this long (ms), should the news of a change ever get lost. */
const ACCESS_KEPT_MS = 10_000
const TOKENS_KEPT = 10_000

interface Claims extends Acting {
  readonly generation: number
  readonly expires: Date
}

export type TokenCaller = AgentCaller & { readonly generation: number; readonly expires: Date }

/** Issues and checks access tokens. */
export interface Tokens {
  readonly keys: KeyRing
  issue(agent: Acting & { readonly generation: number }): Promise<string>
  /** Throws not_authenticated or token_expired. */
  authenticate(token: string): Promise<TokenCaller>
  /** The agent as a caller, for other ways to prove who calls; undefined when it may not sign in. */
  callerFor(acting: Acting): Promise<AgentCaller | undefined>
}

/** The token service of a process. Rights are kept for moments only and dropped at once when they change. */
export function tokens(app: App): Tokens {
  const keys = keyRing(app)
  const verified = new Map<string, Claims>()
  const access = new Map<string, { row: AgentAccessRow | undefined; until: number }>()
  let changes = 0
  app.bus.subscribe((event) => {
    if (event.type !== 'access.changed' && event.type !== 'agent.revoked') return
    changes++
    for (const key of access.keys()) if (key.startsWith(`${event.siteId}:`)) access.delete(key)
  })

  async function claimsOf(token: string): Promise<Claims> {
    const known = verified.get(token)
    if (known) return known
    const claims = await verify(keys, token)
    if (verified.size >= TOKENS_KEPT) verified.clear()
    verified.set(token, claims)
    return claims
  }

  async function accessOf({ siteId, agentId, application }: Acting): Promise<AgentAccessRow | undefined> {
    const key = `${siteId}:${agentId}:${application ?? ''}`
    const kept = access.get(key)
    if (kept && kept.until > Date.now()) return kept.row
    const before = changes
    const row = await findAgentAccess(app.database.db, siteId, agentId, application)
    // what was read while something changed may be old already
    if (before !== changes) return row
    if (access.size >= TOKENS_KEPT) access.clear()
    access.set(key, { row, until: Date.now() + ACCESS_KEPT_MS })
    return row
  }

  return {
    keys,
    async issue({ siteId, agentId, generation, application }) {
      const { kid, key } = await keys.current()
      return new SignJWT({ agentId, siteId, gen: generation, ...(application ? { app: application } : {}) })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(ISSUER)
        .setJti(newId())
        .setNotBefore('-5s')
        .setExpirationTime(`${TOKEN_SECONDS}s`)
        .sign(key)
    },
    async authenticate(token) {
      const claims = await claimsOf(token)
      const { generation, expires } = claims
      if (expires.getTime() <= Date.now()) throw expired()
      const row = await accessOf(claims)
      if (!mayAct(row) || row.tokenGeneration !== generation) throw expired()
      return { ...callerOf(claims, row), generation, expires }
    },
    async callerFor(acting) {
      const row = await accessOf(acting)
      return mayAct(row) ? callerOf(acting, row) : undefined
    },
  }
}

function mayAct(row: AgentAccessRow | undefined): row is AgentAccessRow {
  return Boolean(row?.isActive && !row.isLocked && row.isApplicationKnown)
}

function callerOf({ siteId, agentId, application }: Acting, row: AgentAccessRow): AgentCaller {
  const { isAdmin, displayName, permissions } = row
  return {
    kind: 'agent',
    siteId,
    agentId,
    isAdmin,
    displayName,
    permissions: new Set(permissions),
    ...(application ? { application } : {}),
  }
}

const expired = () => new AppError('token_expired', 'The token has expired or was revoked. Sign in again.')

async function verify(keys: KeyRing, token: string): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(
      token,
      async (header) => {
        const key = header.kid ? await keys.find(header.kid) : undefined
        if (!key) throw new AppError('not_authenticated', 'The token was not issued here.')
        return key
      },
      { issuer: ISSUER, algorithms: ['RS256'] },
    )
    const { siteId, agentId, gen, app, exp } = payload
    if (typeof siteId !== 'number' || typeof agentId !== 'number' || typeof gen !== 'number' || !exp)
      throw new Error('claims')
    const application = typeof app === 'string' ? app : undefined
    return { siteId, agentId, application, generation: gen, expires: new Date(exp * 1000) }
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof joseErrors.JWTExpired) throw expired()
    throw new AppError('not_authenticated', 'The token is not valid.', { cause: error })
  }
}
