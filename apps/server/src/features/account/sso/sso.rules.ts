import { readCertificates } from '../../../auth/sso/certificates.ts'
import { invalid } from '../../../lib/app-error.ts'
import { problemOfWebAddress } from '../../../lib/web-address.ts'

type Values = Readonly<Record<string, unknown>>

/** HMAC-SHA256 needs a key as long as its result (RFC 7518, 3.2). */
const SHORTEST_SECRET = 32

/** What the settings are held against. */
export interface SsoConditions {
  readonly allowHttp: boolean
  /** the shared secret as it will be, stored or new */
  readonly jwtSecret: string | undefined
}

/**
 * Throws 400 for an address that browsers must not be sent to, and, once single sign-on is switched on, for a
 * certificate or secret that nobody could sign in with. Until then half a setting may be kept.
 */
export function checkAgentSso(next: Values, { allowHttp, jwtSecret = '' }: SsoConditions): void {
  checkWebAddresses(next, ['samlSSOURL', 'samlLogoutURL', 'jwtLoginURL', 'jwtLogoutURL'], allowHttp)
  if (!next.isEnabled) return
  if (next.protocolType === 'SAML') checkCertificate('samlCertificate', next.samlCertificate)
  if (next.protocolType === 'JWT' && Buffer.byteLength(jwtSecret) < SHORTEST_SECRET)
    throw invalid('jwtSecret', `must have at least ${SHORTEST_SECRET} characters`)
}

/** The same for visitors; and a mapping of fields has two ends. */
export function checkVisitorSso(next: Values, { allowHttp }: Pick<SsoConditions, 'allowHttp'>): void {
  checkWebAddresses(next, ['loginUrl', 'signOutUrl'], allowHttp)
  const mappings = Array.isArray(next.fieldMappings) ? (next.fieldMappings as readonly Values[]) : []
  for (const [index, mapping] of mappings.entries()) {
    for (const name of ['attribute', 'comm100Field'])
      if (!String(mapping[name] ?? '').trim()) throw invalid(`fieldMappings[${index}].${name}`, 'must not be empty')
  }
  if (next.isEnabled) checkCertificate('SAMLCertificate', next.SAMLCertificate)
}

function checkWebAddresses(values: Values, names: readonly string[], allowHttp: boolean): void {
  for (const name of names) {
    const address = values[name]
    const problem = typeof address === 'string' && address && problemOfWebAddress(address, { allowHttp })
    if (problem) throw invalid(name, problem)
  }
}

function checkCertificate(name: string, text: unknown): void {
  const read = readCertificates(String(text ?? ''))
  if ('problem' in read) throw invalid(name, read.problem)
}
