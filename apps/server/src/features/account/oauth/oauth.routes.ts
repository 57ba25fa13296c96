import { api } from '@parley/contract'
import type { Tokens } from '../../../auth/tokens.ts'
import type { App } from '../../../context.ts'
import { implement } from '../../../http/implement.ts'
import type { Gates } from '../session/session.service.ts'
import { oauthClientsResource as clients } from './oauth-clients.resource.ts'
import { oauthTokenService } from './oauth-token.service.ts'

/** The routes of OAuth 2 that speak JSON; the page that asks for consent is apart. */
export function oauthRoutes(app: App, tokens: Tokens, gates: Gates) {
  const service = oauthTokenService(app, tokens, gates)
  return [
    implement(api.auth.oauthToken, (_ctx, { body }, { request }) => service.issue(body, request.ip)),
    implement(api.oauthClients.list, (ctx) => clients.list(ctx)),
    implement(api.oauthClients.create, (ctx, { body }) => clients.create(ctx, body)),
    implement(api.oauthClients.delete, async (ctx, { params }) => void (await clients.remove(ctx, params.id))),
  ]
}
