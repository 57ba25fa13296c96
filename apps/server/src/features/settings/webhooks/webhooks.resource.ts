import { Webhook } from '@parley/contract'
import { webhooks } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'

export type WebhookRow = typeof webhooks.$inferSelect & Row

/** Who wants to be told of what happens. */
export const webhooksResource = createResource<typeof Webhook, WebhookRow>({
  entity: Webhook,
  noun: 'webhook',
  table: webhooks,
  audit: { category: 'globalSettings', actionType: 'integrationAndAPIManagement' },
  nameOf: (row) => `${row.event} ${row.targetUrl}`,
})
