import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { OAuthError } from '../auth/oauth-error.ts'
import type { App } from '../context.ts'
import type {
  AuthorizeParameters,
  AuthorizeRequest,
  AuthorizeService,
} from '../features/account/oauth/authorize.service.ts'
import { AppError } from '../lib/app-error.ts'
import { consentPage, PAGE_POLICY, refusalPage } from './oauth-page-html.ts'

const COOKIE = 'parley_authorize'
const NAMES = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const

/** The page that asks an agent's consent, and where OAuth clients learn of our endpoints. */
export function oauthPages(server: FastifyInstance, app: App, service: AuthorizeService): void {
  server.get('/.well-known/oauth-authorization-server', () => ({
    issuer: app.publicUrl(),
    authorization_endpoint: `${app.publicUrl()}/oauth/authorize`,
    token_endpoint: `${app.publicUrl()}/oauth/token`,
    jwks_uri: `${app.publicUrl()}/.well-known/jwks.json`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'password'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
  }))

  server.get('/oauth/authorize', (request, reply) =>
    withRequest(reply, request.query, async (authorize, parameters) => {
      const problem = service.problemOf(parameters)
      if (problem) return reply.redirect(service.refusal(authorize, problem), 303)
      return showForm(request, reply, { authorize, parameters })
    }),
  )

  server.post('/oauth/authorize', (request, reply) =>
    withRequest(reply, request.body, async (authorize, parameters) => {
      const form = textsOf(request.body, ['csrf', 'decision', 'email', 'password'] as const)
      const again = (problem: string, status: number) =>
        showForm(request, reply.code(status), { authorize, parameters, email: form.email, problem })
      if (!isOwnForm(request, form.csrf)) return again('This page was open for too long. Please try again.', 400)
      const problem = form.decision === 'allow' ? service.problemOf(parameters) : denied()
      if (problem) return reply.redirect(service.refusal(authorize, problem), 303)
      try {
        const { email, password } = form
        return reply.redirect(await service.approve(authorize, { email, password, address: request.ip }), 303)
      } catch (error) {
        if (error instanceof AppError) return again(error.message, error.status)
        throw error
      }
    }),
  )

  /** Reads the request; when its application or way back are wrong, the browser stays here. */
  async function withRequest(
    reply: FastifyReply,
    source: unknown,
    next: (authorize: AuthorizeRequest, parameters: AuthorizeParameters) => Promise<unknown>,
  ): Promise<unknown> {
    const parameters = textsOf(source, NAMES)
    try {
      return await next(await service.read(parameters), parameters)
    } catch (error) {
      if (error instanceof OAuthError) return sendPage(reply.code(error.status), refusalPage(error.message))
      throw error
    }
  }
}

interface Form {
  readonly authorize: AuthorizeRequest
  readonly parameters: AuthorizeParameters
  readonly email?: string
  readonly problem?: string
}

function showForm(request: FastifyRequest, reply: FastifyReply, form: Form): FastifyReply {
  const { authorize, parameters, email = '', problem } = form
  const csrf = findCookie(request) ?? randomBytes(32).toString('base64url')
  const secure = request.protocol === 'https' ? '; Secure' : ''
  reply.header('set-cookie', `${COOKIE}=${csrf}; Path=/oauth; HttpOnly; SameSite=Lax; Max-Age=3600${secure}`)
  const { protocol, origin, host } = new URL(authorize.redirectUri)
  const isWeb = /^https?:$/.test(protocol)
  const html = consentPage({
    application: authorize.client.name,
    company: authorize.client.company,
    destination: isWeb ? host : protocol.slice(0, -1),
    hidden: { ...parameters, csrf },
    email,
    problem,
  })
  // browsers hold the way back against the policy of the form's page, too
  return sendPage(reply, html, `form-action 'self' ${isWeb ? origin : protocol}`)
}

function sendPage(reply: FastifyReply, html: string, forms = "form-action 'none'"): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', [...PAGE_POLICY, forms].join('; '))
    .header('referrer-policy', 'no-referrer')
    .send(html)
}

/** Whether the form was ours: it carries what the browser's cookie says, which other sites can neither read nor send. */
function isOwnForm(request: FastifyRequest, csrf: string): boolean {
  const held = Buffer.from(findCookie(request) ?? '')
  const sent = Buffer.from(csrf)
  return held.length > 0 && held.length === sent.length && timingSafeEqual(held, sent)
}

function findCookie(request: FastifyRequest): string | undefined {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]
}

/** Named texts of a query or form; what is missing or no text is empty. */
function textsOf<const N extends string>(source: unknown, names: readonly N[]): Record<N, string> {
  const values = (source ?? {}) as Readonly<Record<string, unknown>>
  const entries = names.map((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return [name, typeof value === 'string' ? value.slice(0, 4096) : ''] as const
  })
  return Object.fromEntries(entries) as Record<N, string>
}

const denied = () => new OAuthError('access_denied', 'The agent did not agree.')
