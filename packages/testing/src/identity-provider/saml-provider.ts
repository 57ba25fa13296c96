import { createHash, randomBytes, sign } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { makeSigningKey, type SigningKey } from './certificate.ts'

/** What a service provider asked for. */
export interface ReadRequest {
  readonly id: string
  readonly issuer: string
  readonly consumerUrl: string
  readonly destination: string
}

/** What an assertion says; everything can be made wrong. */
export interface AssertionText {
  readonly id: string
  readonly nameId: string
  readonly inResponseTo: string
  readonly recipient: string
  readonly audience: string
  readonly issueInstant: Date
  readonly notBefore: Date
  readonly notOnOrAfter: Date
  /** of the confirmation */
  readonly confirmedUntil: Date
  readonly method: string
  readonly attributes: Readonly<Record<string, string | readonly string[]>>
}

/** What is around it. */
export interface ResponseText {
  readonly assertions: string
  readonly inResponseTo: string
  readonly destination: string
  readonly prolog: string
}

const DSIG = 'http://www.w3.org/2000/09/xmldsig#'
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'

/** An identity provider as large as a test needs: it reads requests, and signs whatever it is told to. */
export class SamlProvider {
  readonly key: SigningKey

  constructor(key: SigningKey = makeSigningKey()) {
    this.key = key
  }

  /** Reads the address a browser was sent to (HTTP redirect binding). */
  read(location: string): ReadRequest {
    const { searchParams } = new URL(location)
    const xml = inflateRawSync(Buffer.from(searchParams.get('SAMLRequest') ?? '', 'base64')).toString()
    const find = (pattern: RegExp) => pattern.exec(xml)?.[1] ?? ''
    return {
      id: find(/ ID="([^"]+)"/),
      issuer: find(/<saml:Issuer[^>]*>([^<]+)</),
      consumerUrl: find(/AssertionConsumerServiceURL="([^"]+)"/),
      destination: find(/ Destination="([^"]+)"/),
    }
  }

  /** An honest assertion about somebody; not signed yet. */
  about(email: string, request: ReadRequest, change: Partial<AssertionText> = {}): AssertionText {
    const now = Date.now()
    return {
      id: `_${randomBytes(16).toString('hex')}`,
      nameId: email,
      inResponseTo: request.id,
      recipient: request.consumerUrl,
      audience: request.issuer,
      issueInstant: new Date(now),
      notBefore: new Date(now - 1000),
      notOnOrAfter: new Date(now + 300_000),
      confirmedUntil: new Date(now + 300_000),
      method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
      attributes: {},
      ...change,
    }
  }

  /** The assertion as XML with an enveloped signature. */
  signed(assertion: AssertionText): string {
    return this.withSignature(assertionXml(assertion), assertion.id)
  }

  /** A whole answer, as it is posted. */
  response(request: ReadRequest, change: Partial<ResponseText> & Pick<ResponseText, 'assertions'>): string {
    return Buffer.from(responseXml(request, change)).toString('base64')
  }

  /** A whole answer that is signed itself, whether what is in it is or not. */
  signedResponse(request: ReadRequest, assertions: string): string {
    const xml = responseXml(request, { assertions })
    return Buffer.from(this.withSignature(xml, / ID="(_r[^"]+)"/.exec(xml)?.[1] ?? '')).toString('base64')
  }

  /** The answer to a request about somebody: what an honest provider posts. */
  answer(email: string, request: ReadRequest, change: Partial<AssertionText> = {}): string {
    return this.response(request, { assertions: this.signed(this.about(email, request, change)) })
  }

  /** Puts a signature behind the issuer of an element written in canonical form. */
  withSignature(xml: string, id: string): string {
    const digest = createHash('sha256').update(xml).digest('base64')
    const signedInfo =
      `<ds:SignedInfo xmlns:ds="${DSIG}">` +
      `<ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"></ds:CanonicalizationMethod>` +
      `<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>` +
      `<ds:Reference URI="#${id}"><ds:Transforms>` +
      `<ds:Transform Algorithm="${DSIG}enveloped-signature"></ds:Transform>` +
      `<ds:Transform Algorithm="${EXCLUSIVE}"></ds:Transform></ds:Transforms>` +
      `<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>` +
      `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`
    const value = sign('sha256', Buffer.from(signedInfo), this.key.privateKey).toString('base64')
    // as providers do: whoever reads the answer must trust the certificate it was given before, not this one
    const own = this.key.certificate.replaceAll(/-----[^-]+-----|\n/g, '')
    const keyInfo = `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${own}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
    const signature = `<ds:Signature xmlns:ds="${DSIG}">${signedInfo}<ds:SignatureValue>${value}</ds:SignatureValue>${keyInfo}</ds:Signature>`
    return xml.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)
  }
}

/** An assertion in canonical form: attributes in order, no empty tags, namespaces where they are first used. */
export function assertionXml(text: AssertionText): string {
  const attributes = Object.entries(text.attributes)
    .map(([name, value]) => `<saml:Attribute Name="${name}">${[value].flat().map(valueXml).join('')}</saml:Attribute>`)
    .join('')
  return (
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${text.id}" IssueInstant="${iso(text.issueInstant)}" Version="2.0">` +
    `<saml:Issuer>https://idp.example</saml:Issuer>` +
    `<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${text.nameId}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="${text.method}">` +
    `<saml:SubjectConfirmationData${text.inResponseTo ? ` InResponseTo="${text.inResponseTo}"` : ''} NotOnOrAfter="${iso(text.confirmedUntil)}" Recipient="${text.recipient}"></saml:SubjectConfirmationData>` +
    `</saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${iso(text.notBefore)}" NotOnOrAfter="${iso(text.notOnOrAfter)}">` +
    `<saml:AudienceRestriction><saml:Audience>${text.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${iso(text.issueInstant)}" SessionIndex="_s1"><saml:AuthnContext>` +
    `<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `${attributes ? `<saml:AttributeStatement>${attributes}</saml:AttributeStatement>` : ''}</saml:Assertion>`
  )
}

/** The answer around assertions. */
export function responseXml(
  request: ReadRequest,
  { assertions, inResponseTo = request.id, destination = request.consumerUrl, prolog = '' }: Partial<ResponseText>,
): string {
  return (
    `${prolog}<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Destination="${destination}" ID="_r${randomBytes(8).toString('hex')}"` +
    `${inResponseTo ? ` InResponseTo="${inResponseTo}"` : ''} IssueInstant="${iso(new Date())}" Version="2.0">` +
    `<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://idp.example</saml:Issuer>` +
    `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"></samlp:StatusCode></samlp:Status>` +
    `${assertions}</samlp:Response>`
  )
}

const iso = (time: Date) => time.toISOString()
const valueXml = (value: string) => `<saml:AttributeValue>${value}</saml:AttributeValue>`
