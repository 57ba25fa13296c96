import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { ConnectionFacts } from '../features/chatting/visitors/hello.ts'

/**
 * What a request tells of its sender. A proxy's word counts only when it is trusted, and only what the nearest proxy
 * wrote itself: the entries before its own came from outside.
 */
export function connectionFacts(request: IncomingMessage, trustProxy: boolean): ConnectionFacts {
  const forwarded = trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  const ip = forwarded && isIP(forwarded) ? forwarded : request.socket.remoteAddress
  const userAgent = request.headers['user-agent']
  return { ip: ip?.replace(/^::ffff:(?=\d+\.)/, '') ?? null, userAgent: userAgent?.slice(0, 512) ?? null }
}
