import { Webhook } from '@parley/contract'
import { webhooks } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { checkTarget } from './check-target.ts'

export type WebhookRow = typeof webhooks.$inferSelect & Row

/** Who wants to be told of what happens. */
export const webhooksResource = createResource<typeof Webhook, WebhookRow>({
  entity: Webhook,
  noun: 'webhook',
  table: webhooks,
  audit: { category: 'globalSettings', actionType: 'integrationAndAPIManagement' },
  nameOf: (row) => `${row.event} ${row.targetUrl}`,
  hooks: {
    async beforeCreate(_ctx, _work, row) {
      checkTarget('targetUrl', row.targetUrl)
    },
    async beforeUpdate(_ctx, _work, _row, next) {
      checkTarget('targetUrl', next.targetUrl)
    },
  },
})
