import { answers, defineOperation, takesForm } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, integer, text } from '../schema/field.ts'

/** An access token, good for two hours. */
export const AccessToken = entity('AccessToken', {
  token: text(4096).always(),
})

/** Tokens of OAuth 2, in its own spelling. */
export const OAuthToken = entity('OAuthToken', {
  access_token: text(4096).always(),
  token_type: text().always().note("Always 'bearer'"),
  expires_in: integer().always().note('Seconds'),
  refresh_token: text().always().note('Good for one use; the answer holds the next one'),
})

/** Signing in, as the reference documents it. */
export const auth = {
  jwtGenerate: defineOperation({
    id: 'auth.jwtGenerate',
    method: 'POST',
    path: '/adminwebservice/api/jwttoken/generate',
    access: 'public',
    summary: 'Exchange e-mail, password and site for a token',
    body: takesForm({
      loginType: choice(['password']).mandatory(),
      userName: text(254).mandatory(),
      password: text(256).mandatory(),
      siteId: integer(1).mandatory(),
    }),
    ok: answers(AccessToken),
    errors: [401001, 403002, 429000],
  }),
  oauthToken: defineOperation({
    id: 'auth.oauthToken',
    method: 'POST',
    path: '/oauth/token',
    access: 'public',
    summary: 'Exchange a password, a refresh token or an authorization code for tokens (OAuth 2)',
    body: takesForm({
      grant_type: text(64).mandatory().note("'password', 'refresh_token' or 'authorization_code'"),
      email: text(254).note('password: the e-mail address'),
      username: text(254).note('password: another name of email'),
      password: text(256).note('password'),
      siteId: integer(1).note('password: needed when one address and password fit on several sites'),
      site_id: integer(1).note('password: another name of siteId'),
      refresh_token: text(512).note('refresh_token: the token of the last answer'),
      client_id: text(128).note('authorization_code and its refresh tokens: the application'),
      code: text(512).note('authorization_code: what /oauth/authorize gave'),
      redirect_uri: text(2048).note('authorization_code: as sent to /oauth/authorize'),
      code_verifier: text(128).note('authorization_code: what the code_challenge was made of (S256)'),
    }),
    ok: answers(OAuthToken),
    errors: [401001, 403002, 429000],
  }),
}
