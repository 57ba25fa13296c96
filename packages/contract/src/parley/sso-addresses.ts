/** Where single sign-on of a site's agents happens, below the installation's own address. */
export interface SsoAddresses {
  /** begins a sign-in: what a button or a tile in the company's portal leads to */
  readonly start: string
  /** the assertion consumer service: identity providers post their answers there */
  readonly saml: string
  /** our SAML metadata; its address is our entity id, too */
  readonly metadata: string
  /** the company's login server sends browsers there with a JWT */
  readonly jwt: string
  /** ends a sign-in whose answer was good */
  readonly finish: string
  /** leads to the company's own sign-out */
  readonly logout: string
}

/** The addresses for a site; they never change, since identity providers keep them. */
export function ssoAddresses(siteId: number): SsoAddresses {
  const base = `/sso/${siteId}`
  return {
    start: `${base}/start`,
    saml: `${base}/saml`,
    metadata: `${base}/saml/metadata`,
    jwt: `${base}/jwt`,
    finish: `${base}/finish`,
    logout: `${base}/logout`,
  }
}

/** Why a sign-in by single sign-on failed, as the sign-in page hears of it: nothing about any account. */
export const ssoProblems = ['off', 'expired', 'invalid', 'unknown', 'address', 'busy'] as const
export type SsoProblem = (typeof ssoProblems)[number]
