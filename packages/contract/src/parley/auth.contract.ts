import { answers, defineOperation, takesForm } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, integer, text } from '../schema/field.ts'

/** An access token, good for two hours. */
export const AccessToken = entity('AccessToken', {
  token: text(4096).always(),
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
}
