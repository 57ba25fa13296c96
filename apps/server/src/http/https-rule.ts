import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { Config } from '../config.ts'

const RULED = /^\/(api|adminwebservice|oauth|realtime|sso)(\/|$)/i

/**
 * Whether a request may be answered: by HTTPS (ours, or a trusted proxy's), or from this machine. The socket's own
 * address counts as "this machine" only when nothing was forwarded: a proxy on the same machine does not hide the web.
 */
export function isSecureEnough(config: Config, request: IncomingMessage): boolean {
  if (config.allowHttp || !RULED.test(routed(request.url ?? ''))) return true
  if ((request.socket as Partial<TLSSocket>).encrypted) return true
  const forwarded = request.headers['x-forwarded-proto']
  if (config.trustProxy && forwarded) return String(forwarded).split(',').at(-1)?.trim().toLowerCase() === 'https'
  return isLoopback(request.socket.remoteAddress ?? '') && !request.headers['x-forwarded-for']
}

/** The path as the router reads it: without a scheme and host in front, and with what was percent-encoded. */
function routed(url: string): string {
  const path = url.replace(/^[^/?]*:\/\/[^/?]*/, '')
  try {
    return decodeURI(path)
  } catch {
    // the router refuses it too
    return path
  }
}

/** 127.0.0.0/8, ::1, and IPv4 in IPv6's clothes. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}
