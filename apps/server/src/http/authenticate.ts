import { type Access, permissionId } from '@parley/contract'
import type { FastifyRequest } from 'fastify'
import type { ApiKeyCheck } from '../auth/api-keys.ts'
import type { Tokens } from '../auth/tokens.ts'
import type { AgentCaller } from '../context.ts'
import { AppError } from '../lib/app-error.ts'

/** One way to prove who is calling. Returns undefined when the request carries no credentials of its kind. */
export type AuthenticationMethod = (request: FastifyRequest) => Promise<AgentCaller> | undefined

/** `Authorization: Bearer <token>` with one of our JWTs. */
export function bearerTokens(tokens: Tokens): AuthenticationMethod {
  return (request) => {
    const match = /^bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')
    return match ? tokens.authenticate(match[1] as string) : undefined
  }
}

/** `Authorization: Basic <e-mail:key>` with an agent's API key. */
export function basicApiKeys(check: ApiKeyCheck): AuthenticationMethod {
  return (request) => {
    const match = /^basic\s+([\w+/=-]+)$/i.exec(request.headers.authorization ?? '')
    if (!match) return undefined
    const [, email = '', key = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(match[1] as string, 'base64').toString()) ?? []
    return check(email, key)
  }
}

/** The caller by the first method that finds its credentials. Throws not_authenticated. */
export async function authenticate(
  methods: readonly AuthenticationMethod[],
  request: FastifyRequest,
): Promise<AgentCaller> {
  for (const method of methods) {
    const caller = method(request)
    if (caller) return caller
  }
  throw new AppError(
    'not_authenticated',
    'Sign in first: the request needs an Authorization header with a bearer token, or e-mail and API key.',
  )
}

/** Throws no_permission, naming what is missing. `params` are the request's own, not read yet. */
export function authorise(access: Access, caller: AgentCaller, params: Readonly<Record<string, string>> = {}): void {
  if (access === 'public' || access === 'agent' || caller.isAdmin) return
  const { all: needed, unlessOwn } = typeof access === 'string' ? { all: [access] } : access
  if (unlessOwn && Number(params[unlessOwn]) === caller.agentId) return
  const missing = needed.filter((name) => !caller.permissions.has(permissionId(name)))
  if (missing.length)
    throw new AppError('no_permission', `You need the permission ${missing.map((name) => `'${name}'`).join(' and ')}.`)
}
