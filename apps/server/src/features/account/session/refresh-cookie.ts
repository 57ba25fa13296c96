import type { FastifyReply, FastifyRequest } from 'fastify'
import { REFRESH_LIFETIME_MS } from '../../../auth/refresh-tokens.ts'

const COOKIE = 'parley_refresh'
/** A cookie's path ends at a slash, so the verb of `sessions:refresh` would not be below `/sessions`. */
const COOKIE_PATH = '/api/v3/parley'

/** The console's refresh token, which only this server sees. */
export function findRefreshCookie(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === COOKIE)?.[1]
}

/** SameSite=Strict and the narrow path: other sites cannot make a browser send it. */
export function setRefreshCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  const seconds = Math.floor(REFRESH_LIFETIME_MS / 1000)
  reply.header(
    'set-cookie',
    `${COOKIE}=${token}; Path=${COOKIE_PATH}; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`,
  )
}

/** Takes it out of the browser. */
export function removeRefreshCookie(reply: FastifyReply): void {
  reply.header('set-cookie', `${COOKIE}=; Path=${COOKIE_PATH}; HttpOnly; SameSite=Strict; Max-Age=0`)
}
