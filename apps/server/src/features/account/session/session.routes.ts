import { api } from '@parley/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { REFRESH_LIFETIME_MS } from '../../../auth/refresh-tokens.ts'
import type { Tokens } from '../../../auth/tokens.ts'
import type { App } from '../../../context.ts'
import { implement } from '../../../http/implement.ts'
import { AppError } from '../../../lib/app-error.ts'
import { describeInstallation, type Gates, getWorkplace, sessionService } from './session.service.ts'

const COOKIE = 'parley_refresh'
/** A cookie's path ends at a slash, so the verb of `sessions:refresh` would not be below `/sessions`. */
const COOKIE_PATH = '/api/v3/parley'

/** The routes that sign in and out. */
export function sessionRoutes(app: App, tokens: Tokens, gates: Gates) {
  const service = sessionService(app, tokens, gates)
  return [
    implement(api.auth.jwtGenerate, (_ctx, { body }, { request }) =>
      service.issueToken({ siteId: body.siteId, email: body.userName, password: body.password, address: request.ip }),
    ),
    implement(api.parley.signIn, async (_ctx, { body }, { request, reply }) => {
      const { session, refreshToken } = await service.start({ ...body, address: request.ip })
      setCookie(request, reply, refreshToken)
      return session
    }),
    implement(api.parley.refresh, async (_ctx, _input, { request, reply }) => {
      const { session, refreshToken } = await service.refresh(cookieOf(request), request.ip)
      setCookie(request, reply, refreshToken)
      return session
    }),
    implement(api.parley.signOut, async (_ctx, _input, { request, reply }) => {
      const token = findCookie(request)
      if (token) await service.end(token)
      reply.header('set-cookie', `${COOKIE}=; Path=${COOKIE_PATH}; HttpOnly; SameSite=Strict; Max-Age=0`)
      return undefined
    }),
    implement(api.parley.installation, () => describeInstallation(app)),
    implement(api.parley.workplace, (ctx) => getWorkplace(ctx)),
  ]
}

function findCookie(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === COOKIE)?.[1]
}

function cookieOf(request: FastifyRequest): string {
  const token = findCookie(request)
  if (!token) throw new AppError('not_authenticated', 'You are not signed in.')
  return token
}

/** SameSite=Strict and the narrow path: other sites cannot make a browser send it. */
function setCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  const seconds = Math.floor(REFRESH_LIFETIME_MS / 1000)
  reply.header(
    'set-cookie',
    `${COOKIE}=${token}; Path=${COOKIE_PATH}; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`,
  )
}
