import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { oauthErrorBody } from '../auth/oauth-error.ts'
import { AppError } from '../lib/app-error.ts'

/** Fastify's own refusals in our words. */
const translations: Record<string, () => AppError> = {
  FST_ERR_CTP_INVALID_JSON_BODY: () => new AppError('invalid_parameter', 'The body is not valid JSON.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new AppError('invalid_parameter', 'The Content-Length header does not fit the body.'),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new AppError('too_large', 'The body is too large.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new AppError('unsupported_type', 'The content type is not understood; send application/json.'),
}

const MALFORMED = { code: 400000, message: 'The request is malformed.' }

/** Answers what the router cannot even read, such as an address with half a percent-encoding. */
export function refuseUnreadable(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  reply.code(400).send(MALFORMED)
}

/** Every refusal leaves as `{ code, message }`; what is unexpected is logged and hidden. */
export function handleErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const known: AppError | undefined =
      (error as Error) instanceof AppError ? (error as unknown as AppError) : translations[error.code]?.()
    if (known) {
      if (known.retryAfterSeconds) reply.header('retry-after', String(known.retryAfterSeconds))
      const isOAuth = /^\/oauth\//i.test(request.url)
      return reply.code(known.status).send(isOAuth ? oauthErrorBody(known) : known.body())
    }
    if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
      return reply.code(400).send(MALFORMED)
    }
    request.log.error({ err: error, operation: request.routeOptions.url }, 'unhandled')
    return reply
      .code(500)
      .send({ code: 500000, message: `Something went wrong on the server (request ${request.id}).` })
  })
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]
    return reply.code(404).send({ code: 404000, message: `There is no ${request.method} ${path}.` })
  })
}
