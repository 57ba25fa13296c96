import { randomBytes } from 'node:crypto'
import { type SsoProblem, ssoAddresses } from '@parley/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SignOnRefusal } from '../auth/sso/sign-on-refusal.ts'
import type { App } from '../context.ts'
import { setRefreshCookie } from '../features/account/session/refresh-cookie.ts'
import { REQUEST_LIFETIME_MS, type SignOnService } from '../features/account/sso/sign-on.service.ts'
import { AppError, notFound } from '../lib/app-error.ts'

/** Tells browsers apart, so that a sign-in ends where it began. Lax: it comes along when other sites send the browser here. */
const COOKIE = 'parley_sso'
const COOKIE_PATH = '/sso'
/** Only pages of the console are returned to. */
const RETURN_PATH = /^\/(console|panel)([/?#][^\\\s]*)?$/

/** These addresses use up what they are given: nobody may look whether they answer. */
const NO_HEAD = { exposeHeadRoute: false }

/** The addresses that browsers pass through while agents sign in with their company's accounts. */
export function ssoPages(server: FastifyInstance, app: App, service: SignOnService): void {
  const { start, saml, metadata, jwt, finish, logout } = pathsWithParameter()

  server.get(start, NO_HEAD, (request, reply) =>
    forSite(request, reply, async (siteId) => {
      const fields = textsOf(request.query, ['return', 'moved'])
      // cookies and answers belong to one name of this server
      if (!fields.moved && request.host !== new URL(app.publicUrl()).host)
        return `${app.publicUrl()}${ssoAddresses(siteId).start}?${new URLSearchParams({ return: fields.return, moved: '1' })}`
      const browser = findCookie(request) ?? randomBytes(32).toString('base64url')
      const returnPath = RETURN_PATH.test(fields.return) ? fields.return.slice(0, 2048) : '/console'
      const destination = await service.begin(siteId, { browser, returnPath, address: request.ip })
      setCookie(request, reply, browser)
      return destination
    }),
  )

  server.post(saml, (request, reply) =>
    forSite(request, reply, async (siteId) => {
      const { SAMLResponse: response } = textsOf(request.body, ['SAMLResponse'])
      return lastStep(siteId, await service.takeSaml(siteId, { response, address: request.ip }))
    }),
  )

  const takeJwt = (request: FastifyRequest, reply: FastifyReply) =>
    forSite(request, reply, async (siteId) => {
      const inQuery = textsOf(request.query, ['jwt', 'state'])
      const inBody = textsOf(request.body, ['jwt', 'state'])
      const answer = { token: inQuery.jwt || inBody.jwt, state: inQuery.state || inBody.state, address: request.ip }
      return lastStep(siteId, await service.takeJwt(siteId, answer))
    })
  server.get(jwt, NO_HEAD, takeJwt)
  server.post(jwt, takeJwt)

  server.get(finish, NO_HEAD, (request, reply) =>
    forSite(request, reply, async (siteId) => {
      const { code } = textsOf(request.query, ['code'])
      const by = { code, browser: findCookie(request) ?? '', address: request.ip }
      const { refreshToken, returnPath } = await service.finish(siteId, by)
      setRefreshCookie(request, reply, refreshToken)
      return signInPage({ sso: 'done', siteId: String(siteId), return: returnPath })
    }),
  )

  server.get(logout, (request, reply) =>
    forSite(request, reply, async (siteId) => (await service.findLogoutUrl(siteId)) ?? '/login'),
  )

  server.get(metadata, async (request, reply) =>
    reply.type('application/samlmetadata+xml').send(await service.metadata(siteOf(request))),
  )
}

const lastStep = (siteId: number, code: string) => `${ssoAddresses(siteId).finish}?${new URLSearchParams({ code })}`

/** Sends the browser where `next` says, or to the sign-in page with what went wrong. */
async function forSite(
  request: FastifyRequest,
  reply: FastifyReply,
  next: (siteId: number) => Promise<string>,
): Promise<FastifyReply> {
  const siteId = siteOf(request)
  // what comes here holds tokens and codes
  reply.header('referrer-policy', 'no-referrer').header('cache-control', 'no-store')
  try {
    return reply.redirect(await next(siteId), 303)
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    request.log.warn({ siteId, problem, ...reasonOf(error) }, 'a sign-in by single sign-on was refused')
    return reply.redirect(signInPage({ sso: problem, siteId: String(siteId) }), 303)
  }
}

/** Words only: errors of the libraries hold what the token or assertion says. */
function reasonOf(error: unknown): { reason: string; cause?: string } {
  const { message, cause } = error as Error
  return { reason: message, ...(cause instanceof Error ? { cause: cause.message } : {}) }
}

function problemOf(error: unknown): SsoProblem | undefined {
  if (error instanceof SignOnRefusal) return error.problem
  if (!(error instanceof AppError)) return undefined
  if (error.error === 'address_refused') return 'address'
  return error.error === 'too_many_requests' ? 'busy' : undefined
}

const signInPage = (query: Record<string, string>) => `/login?${new URLSearchParams(query)}`

function siteOf(request: FastifyRequest): number {
  const { siteId = '' } = request.params as { siteId?: string }
  if (!/^[1-9]\d{0,8}$/.test(siteId)) throw notFound('page')
  return Number(siteId)
}

/** The same paths as the contract names, for any site. */
function pathsWithParameter() {
  const entries = Object.entries(ssoAddresses(0)).map(([name, path]) => [name, path.replace('/0/', '/:siteId/')])
  return Object.fromEntries(entries) as Record<keyof ReturnType<typeof ssoAddresses>, string>
}

function setCookie(request: FastifyRequest, reply: FastifyReply, browser: string): void {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  const seconds = REQUEST_LIFETIME_MS / 1000
  reply.header(
    'set-cookie',
    `${COOKIE}=${browser}; Path=${COOKIE_PATH}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`,
  )
}

function findCookie(request: FastifyRequest): string | undefined {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]
}

/** Named texts of a query or form; what is missing or no text is empty. */
function textsOf<const N extends string>(source: unknown, names: readonly N[]): Record<N, string> {
  const values = (source ?? {}) as Readonly<Record<string, unknown>>
  const entries = names.map((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return [name, typeof value === 'string' ? value : ''] as const
  })
  return Object.fromEntries(entries) as Record<N, string>
}
