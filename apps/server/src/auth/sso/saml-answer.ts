import type { CacheProvider, SAML } from '@node-saml/node-saml'
import type { ProvenAnswer } from './jwt-answer.ts'
import { readAssertion } from './saml-assertion.ts'
import { SignOnRefusal } from './sign-on-refusal.ts'

/** Clocks of two companies differ by this much (ms) at most. */
const CLOCK_SKEW_MS = 60_000
/** An assertion is good for this long (ms) after it was issued, whatever it says itself. */
const MOST_AGE_MS = 10 * 60_000
/** Real answers have some ten thousand characters. */
const LONGEST_ANSWER = 256 * 1024

/** Who we are to an identity provider, and who it is. */
export interface SamlParties {
  readonly entityId: string
  readonly consumerUrl: string
  readonly signOnUrl: string
  /** PEM; any of them may have signed */
  readonly certificates: readonly string[]
}

/** When a request was made that nobody answered yet; undefined when there is none of this name. */
export type RequestTime = (requestId: string) => Promise<Date | undefined>

/** Where a browser goes to sign in with the identity provider (HTTP redirect binding, no relay state). */
export async function samlSignOnAddress(parties: SamlParties, requestId: string): Promise<string> {
  const saml = await serviceProvider(parties, { requestId, requestTime: async () => undefined })
  return saml.getAuthorizeUrlAsync('', undefined, {})
}

/** What identity providers read of us. */
export async function samlMetadata(parties: Pick<SamlParties, 'entityId' | 'consumerUrl'>): Promise<string> {
  const { generateServiceProviderMetadata } = await import('@node-saml/node-saml')
  return generateServiceProviderMetadata({
    issuer: parties.entityId,
    callbackUrl: parties.consumerUrl,
    wantAssertionsSigned: true,
    // the document of a site is always the same, so it needs no id that is new each time
    generateUniqueId: () => '_parley',
  })
}

/**
 * Checks an answer of the identity provider. The library proves that the assertion is signed by it, in time and for us,
 * and hands out the signed element only; `readAssertion` sees to the rest.
 */
export async function proveSaml(
  parties: SamlParties,
  { response, requestTime, now }: { response: string; requestTime: RequestTime; now: number },
): Promise<ProvenAnswer & { readonly requestId: string }> {
  refuseOddities(response, parties)
  const saml = await serviceProvider(parties, { requestId: '_unused', requestTime })
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: response }).catch((cause: unknown) => {
    if (cause instanceof SignOnRefusal) throw cause
    throw new SignOnRefusal('invalid', 'the SAML answer does not hold', { cause })
  })
  const expectation = { recipient: parties.consumerUrl, now, skewMs: CLOCK_SKEW_MS }
  const { email, assertionId, requestId } = readAssertion(profile?.getAssertion?.(), expectation)
  return { email, requestId, answerId: `saml:${assertionId}` }
}

/** What no honest answer has, before any XML is parsed: types of documents, SHA-1, and another destination. */
function refuseOddities(response: string, { consumerUrl }: SamlParties): void {
  if (!response || response.length > LONGEST_ANSWER)
    throw new SignOnRefusal('invalid', 'there is no answer of a sane size')
  const xml = Buffer.from(response, 'base64').toString('utf8')
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new SignOnRefusal('invalid', 'the answer declares a document type')
  if (/Algorithm\s*=\s*["'][^"']*#(rsa-)?sha1["']/.test(xml))
    throw new SignOnRefusal('invalid', 'the answer is signed with SHA-1; let the identity provider use SHA-256')
  const destination = /<(?:[\w.-]+:)?Response\b[^>]*?\sDestination\s*=\s*["']([^"']*)["']/.exec(xml)?.[1]
  if (destination && destination !== consumerUrl)
    throw new SignOnRefusal('invalid', `the answer is for ${destination.slice(0, 200)}`)
}

async function serviceProvider(
  { entityId, consumerUrl, signOnUrl, certificates }: SamlParties,
  { requestId, requestTime }: { requestId: string; requestTime: RequestTime },
): Promise<SAML> {
  // loaded when it is first needed: most installations start without it
  const { SAML, ValidateInResponseTo } = await import('@node-saml/node-saml')
  return new SAML({
    issuer: entityId,
    audience: entityId,
    callbackUrl: consumerUrl,
    entryPoint: signOnUrl,
    idpCert: [...certificates],
    wantAssertionsSigned: true,
    // providers sign the assertion, the answer around it, or both; what counts is in the assertion
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: CLOCK_SKEW_MS,
    maxAssertionAgeMs: MOST_AGE_MS,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: MOST_AGE_MS,
    cacheProvider: requestsAsCache(requestTime),
    generateUniqueId: () => requestId,
    // how people prove who they are is the company's business
    disableRequestedAuthnContext: true,
  })
}

/** Requests are kept in the database and used up there, together with the answer. */
function requestsAsCache(requestTime: RequestTime): CacheProvider {
  return {
    saveAsync: async () => null,
    getAsync: async (requestId) => (await requestTime(requestId))?.toISOString() ?? null,
    removeAsync: async () => null,
  }
}
