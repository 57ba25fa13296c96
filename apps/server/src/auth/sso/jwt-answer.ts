import { jwtVerify } from 'jose'
import { readEmail, SignOnRefusal } from './sign-on-refusal.ts'

/** A token is good for this long after it was issued, whatever it says itself. */
const MOST_AGE = '5 minutes'
/** Clocks of two companies differ by this many seconds at most. */
const CLOCK_SKEW_SECONDS = 60

/** What a company's token says once it is proven. */
export interface ProvenAnswer {
  readonly email: string
  /** tells answers apart, so that each is used once */
  readonly answerId: string
}

export interface JwtExpectation {
  readonly secret: string
  readonly siteId: number
  /** who we are, should the token name whom it is for */
  readonly audience: string
  readonly now: Date
}

/**
 * Checks a token of the company's login server: HS256 and nothing else, signed with the shared secret, fresh, for this
 * site. `iat`, `jti` and `email` are needed; `exp`, `nbf`, `aud` and `siteId` count when they are there (RFC 7519, 4.1).
 */
export async function proveJwt(
  token: string,
  { secret, siteId, audience, now }: JwtExpectation,
): Promise<ProvenAnswer> {
  const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    requiredClaims: ['iat', 'jti', 'email'],
    maxTokenAge: MOST_AGE,
    clockTolerance: CLOCK_SKEW_SECONDS,
    currentDate: now,
  }).catch((cause: unknown) => {
    throw new SignOnRefusal('invalid', 'the token does not hold', { cause })
  })
  const { jti, aud, email } = payload
  if (typeof jti !== 'string' || jti === '') throw new SignOnRefusal('invalid', 'the token has no jti')
  if (aud !== undefined && ![aud].flat().includes(audience))
    throw new SignOnRefusal('invalid', 'the token is not for us')
  if (payload.siteId !== undefined && Number(payload.siteId) !== siteId)
    throw new SignOnRefusal('invalid', 'the token is for another site')
  return { email: readEmail(email), answerId: `jwt:${jti}` }
}
