import { api } from '@parley/contract'
import type { FastifyRequest } from 'fastify'
import type { Tokens } from '../../../auth/tokens.ts'
import type { App } from '../../../context.ts'
import { implement } from '../../../http/implement.ts'
import { AppError } from '../../../lib/app-error.ts'
import { getSignInOptions } from '../sso/sign-on-settings.ts'
import { findRefreshCookie, removeRefreshCookie, setRefreshCookie } from './refresh-cookie.ts'
import { describeInstallation, type Gates, getWorkplace, sessionService } from './session.service.ts'

/** The routes that sign in and out. */
export function sessionRoutes(app: App, tokens: Tokens, gates: Gates) {
  const service = sessionService(app, tokens, gates)
  return [
    implement(api.auth.jwtGenerate, (_ctx, { body }, { request }) =>
      service.issueToken({ siteId: body.siteId, email: body.userName, password: body.password, address: request.ip }),
    ),
    implement(api.parley.signIn, async (_ctx, { body }, { request, reply }) => {
      const { session, refreshToken } = await service.start({ ...body, address: request.ip })
      setRefreshCookie(request, reply, refreshToken)
      return session
    }),
    implement(api.parley.refresh, async (_ctx, _input, { request, reply }) => {
      const { session, refreshToken } = await service.refresh(cookieOf(request), request.ip)
      setRefreshCookie(request, reply, refreshToken)
      return session
    }),
    implement(api.parley.signOut, async (_ctx, _input, { request, reply }) => {
      const token = findRefreshCookie(request)
      if (token) await service.end(token)
      removeRefreshCookie(reply)
      return undefined
    }),
    implement(api.parley.installation, () => describeInstallation(app)),
    implement(api.parley.signInOptions, (_ctx, { query }) => getSignInOptions(app, query.siteId)),
    implement(api.parley.workplace, (ctx) => getWorkplace(ctx)),
  ]
}

function cookieOf(request: FastifyRequest): string {
  const token = findRefreshCookie(request)
  if (!token) throw new AppError('not_authenticated', 'You are not signed in.')
  return token
}
