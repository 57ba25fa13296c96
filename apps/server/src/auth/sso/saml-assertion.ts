import { readEmail, SignOnRefusal } from './sign-on-refusal.ts'

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/** Attributes that hold an e-mail address, by the names identity providers give them; the first found wins. */
const EMAIL_ATTRIBUTES = [
  'email',
  'mail',
  'emailaddress',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
  'urn:oid:0.9.2342.19200300.100.1.3',
]

/** An element as xml2js gives it: attributes in `$`, text in `_`, children by name. */
interface Element {
  readonly $?: Readonly<Record<string, string>>
  readonly _?: string
  readonly [child: string]: unknown
}

/** What is to hold for an assertion besides its signature. */
export interface AssertionExpectation {
  /** our assertion consumer service */
  readonly recipient: string
  readonly now: number
  readonly skewMs: number
}

/** What a proven assertion says. */
export interface AssertionFacts {
  readonly email: string
  readonly assertionId: string
  /** the request it answers, as the signed part says */
  readonly requestId: string
}

/**
 * Reads an assertion whose signature holds. Everything comes from the signed element, nothing from around it. The rules
 * are those of the web browser SSO profile (saml-profiles-2.0, 4.1.4.2 and 4.1.4.3): a bearer confirmation for our
 * address that answers a request and has not run out, and a statement that somebody signed in.
 */
export function readAssertion(root: unknown, expectation: AssertionExpectation): AssertionFacts {
  const assertion = (root as { Assertion?: Element }).Assertion
  const assertionId = assertion?.$?.ID
  if (!assertion || !assertionId) throw refused('has no id')
  if (!childrenOf(assertion, 'Conditions').length) throw refused('has no conditions')
  if (!childrenOf(assertion, 'AuthnStatement').length) throw refused('does not say that anybody signed in')
  const [subject, another] = childrenOf(assertion, 'Subject')
  if (!subject || another) throw refused('does not have one subject')
  const requestId = childrenOf(subject, 'SubjectConfirmation')
    .filter(({ $ }) => $?.Method === BEARER)
    .flatMap((confirmation) => childrenOf(confirmation, 'SubjectConfirmationData'))
    .map(({ $ = {} }) => (isGood($, expectation) ? $.InResponseTo : undefined))
    .find(Boolean)
  if (!requestId) throw refused('is not confirmed for our address, or no longer, or answers no request')
  return { email: emailOf(assertion, subject), assertionId, requestId }
}

function isGood(data: Readonly<Record<string, string>>, { recipient, now, skewMs }: AssertionExpectation): boolean {
  const end = Date.parse(data.NotOnOrAfter ?? '')
  const begin = data.NotBefore === undefined ? Number.NEGATIVE_INFINITY : Date.parse(data.NotBefore)
  return data.Recipient === recipient && now < end + skewMs && now >= begin - skewMs
}

/** The e-mail attribute, or the subject's name where there is none. */
function emailOf(assertion: Element, subject: Element): string {
  const attributes = childrenOf(assertion, 'AttributeStatement').flatMap((statement) =>
    childrenOf(statement, 'Attribute'),
  )
  for (const wanted of EMAIL_ATTRIBUTES) {
    const found = attributes.filter(({ $ }) => $?.Name?.toLowerCase() === wanted)
    const values = found.flatMap((attribute) => childrenOf(attribute, 'AttributeValue'))
    if (values.length > 1) throw refused('has several e-mail addresses')
    if (values[0]) return readEmail(values[0]._)
  }
  return readEmail(childrenOf(subject, 'NameID')[0]?._)
}

function childrenOf(element: Element, name: string): readonly Element[] {
  const children = element[name]
  return Array.isArray(children) ? children.map((child) => (typeof child === 'string' ? { _: child } : child)) : []
}

const refused = (problem: string) => new SignOnRefusal('invalid', `the assertion ${problem}`)
