import { OAuthClient } from '@parley/contract'
import { oauthClients } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { checkIsAgentItself } from './applications.policy.ts'
import { clientIdOf } from './client-ids.ts'
import { removeGrants } from './oauth.repo.ts'
import { checkRedirectUris } from './redirect-uris.rules.ts'

export type OAuthClientRow = typeof oauthClients.$inferSelect & Row

/** Applications that agents may let act for them. Deleting one ends all its tokens. */
export const oauthClientsResource = createResource<typeof OAuthClient, OAuthClientRow>({
  entity: OAuthClient,
  noun: 'OAuth application',
  table: oauthClients,
  audit: { category: 'globalSettings', actionType: 'integrationAndAPIManagement' },
  nameOf: (row) => row.name,
  hooks: {
    async beforeCreate(ctx, _work, row) {
      checkIsAgentItself(ctx.caller)
      checkRedirectUris(row.redirectUris)
    },
    async beforeDelete(ctx, work, row) {
      checkIsAgentItself(ctx.caller)
      await removeGrants(work.tx, ctx.siteId, row.id)
    },
    async afterWrite(ctx, work) {
      work.emit({ type: 'access.changed', siteId: ctx.siteId })
    },
    async computed(_ctx, rows) {
      return new Map(rows.map((row) => [row.id, { clientId: clientIdOf(row) }]))
    },
  },
})
