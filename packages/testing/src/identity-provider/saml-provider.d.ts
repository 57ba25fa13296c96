import { type SigningKey } from './certificate.ts'
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
/** An identity provider as large as a test needs: it reads requests, and signs whatever it is told to. */
export declare class SamlProvider {
  readonly key: SigningKey
  constructor(key?: SigningKey)
  /** Reads the address a browser was sent to (HTTP redirect binding). */
  read(location: string): ReadRequest
  /** An honest assertion about somebody; not signed yet. */
  about(email: string, request: ReadRequest, change?: Partial<AssertionText>): AssertionText
  /** The assertion as XML with an enveloped signature. */
  signed(assertion: AssertionText): string
  /** A whole answer, as it is posted. */
  response(request: ReadRequest, change: Partial<ResponseText> & Pick<ResponseText, 'assertions'>): string
  /** A whole answer that is signed itself, whether what is in it is or not. */
  signedResponse(request: ReadRequest, assertions: string): string
  /** The answer to a request about somebody: what an honest provider posts. */
  answer(email: string, request: ReadRequest, change?: Partial<AssertionText>): string
  /** Puts a signature behind the issuer of an element written in canonical form. */
  withSignature(xml: string, id: string): string
}
/** An assertion in canonical form: attributes in order, no empty tags, namespaces where they are first used. */
export declare function assertionXml(text: AssertionText): string
/** The answer around assertions. */
export declare function responseXml(
  request: ReadRequest,
  { assertions, inResponseTo, destination, prolog }: Partial<ResponseText>,
): string
