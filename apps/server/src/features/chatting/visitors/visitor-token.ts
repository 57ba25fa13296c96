import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret for a browser, and what is kept of it. */
export function newVisitorToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

/** Whether a token is the one that was hashed; takes the same time for every wrong one. */
export function isVisitorToken(token: string, hash: Buffer): boolean {
  const given = hashOf(token)
  return given.length === hash.length && timingSafeEqual(given, hash)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
