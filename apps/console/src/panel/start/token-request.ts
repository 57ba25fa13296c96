/** What the token request names. */
export interface TokenRequest {
  readonly apiBaseUrl: string
  readonly siteId: number
  readonly email: string
}

/** A request for a token that works when pasted in a shell, once the password is filled in. */
export function tokenRequest({ apiBaseUrl, siteId, email }: TokenRequest): string {
  const quoted = email.replaceAll("'", "'\\''")
  return [
    `curl ${apiBaseUrl}/adminwebservice/api/jwttoken/generate`,
    '-d loginType=password',
    `-d siteId=${siteId}`,
    `--data-urlencode 'userName=${quoted}'`,
    "--data-urlencode 'password=…'",
  ].join(' \\\n  ')
}
