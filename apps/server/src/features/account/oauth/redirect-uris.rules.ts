import { invalid } from '../../../lib/app-error.ts'

const MOST_URIS = 20
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Throws 400 unless each is an address that a browser may be sent back to with a code. */
export function checkRedirectUris(uris: readonly string[]): void {
  if (!uris.length) throw invalid('redirectUris', 'needs at least one address')
  if (uris.length > MOST_URIS) throw invalid('redirectUris', `can have at most ${MOST_URIS} entries`)
  for (const [index, uri] of uris.entries()) {
    const problem = problemOf(uri)
    if (problem) throw invalid(`redirectUris[${index}]`, problem)
  }
}

/** https; http on the user's own machine; or an app's own scheme, which has a dot as in `com.example.app:`. */
function problemOf(uri: string): string | undefined {
  if (!URL.canParse(uri) || /[\s"'<>\\]/.test(uri))
    return 'must be a whole address, such as https://app.example.com/callback'
  const { protocol, hostname, hash, username } = new URL(uri)
  if (hash || uri.includes('#')) return 'must not have a part after #'
  if (username) return 'must not name a user'
  if (protocol === 'https:') return undefined
  if (protocol === 'http:') return LOOPBACK.has(hostname) ? undefined : 'must use https'
  return /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/.test(protocol) ? undefined : 'must use https'
}
