import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

const APP_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // component libraries set style attributes
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
]

/** The API reference brings its own inline script; the demo shop plays a customer's page, inline code included. */
const RELAXED = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
]

/** Headers that keep browsers from doing what nobody asked for. */
export function securityHeaders(server: FastifyInstance, config: Config): void {
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    if (!reply.hasHeader('referrer-policy')) reply.header('referrer-policy', 'strict-origin-when-cross-origin')
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policyFor(request))
    if (!isFramed(request.url)) reply.header('x-frame-options', 'DENY')
    if (config.tls || request.protocol === 'https')
      reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    if (/^\/(api|adminwebservice|oauth)\//i.test(request.url) && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
  })
}

function policyFor({ url }: FastifyRequest): string {
  if (/^\/(docs|demo)(\/|$|\?)/.test(url)) return [...RELAXED, "frame-ancestors 'none'"].join('; ')
  return [...APP_POLICY, isFramed(url) ? 'frame-ancestors *' : "frame-ancestors 'none'"].join('; ')
}

/** Only the widget's own page lives inside other people's pages. */
const isFramed = (url: string) => url.startsWith('/widget/')
