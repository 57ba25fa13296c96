import { X509Certificate } from 'node:crypto'

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g
const BARE = /^[A-Za-z0-9+/=\s]+$/
/** One in use, one to come, and some room. */
const MOST_CERTIFICATES = 5
const SMALLEST_KEY = 1024
const NO_CERTIFICATE = 'must be an X.509 certificate, as PEM or base64'

/** Certificates as PEM, or in words what is wrong with them. */
export type ReadCertificates = { readonly pems: readonly string[] } | { readonly problem: string }

/**
 * Reads an identity provider's certificates: PEM, several below one another while one replaces another, or one in bare
 * base64 as metadata documents hold it. Their dates are not looked at: the certificate was handed over as the key to
 * trust (SAML metadata interoperability profile 2.6.1), and providers keep signing with it past its end.
 */
export function readCertificates(text: string): ReadCertificates {
  const trimmed = text.trim()
  const blocks = [...trimmed.matchAll(PEM_BLOCK)].map(([, base64]) => base64 as string)
  if (!blocks.length && BARE.test(trimmed)) blocks.push(trimmed)
  // a mark that is left over belongs to a block that was cut off, or to another kind of key
  const isWhole = blocks.length > 0 && !trimmed.replaceAll(PEM_BLOCK, '').includes('-----')
  if (!isWhole) return { problem: NO_CERTIFICATE }
  if (blocks.length > MOST_CERTIFICATES) return { problem: `can hold at most ${MOST_CERTIFICATES} certificates` }
  const pems: string[] = []
  for (const base64 of blocks) {
    const certificate = parse(base64)
    if (!certificate) return { problem: NO_CERTIFICATE }
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
    if (asymmetricKeyType !== 'rsa') return { problem: 'must hold an RSA key' }
    if ((asymmetricKeyDetails?.modulusLength ?? 0) < SMALLEST_KEY)
      return { problem: `must hold a key of at least ${SMALLEST_KEY} bits` }
    pems.push(certificate.toString())
  }
  return { pems }
}

function parse(base64: string): X509Certificate | undefined {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'))
  } catch {
    return undefined
  }
}
