import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { webhooksResource as webhooks } from './webhooks.resource.ts'
import * as service from './webhooks.service.ts'

export const webhookRoutes = [
  implement(api.webhooks.list, (ctx) => webhooks.list(ctx)),
  implement(api.webhooks.get, (ctx, { params }) => webhooks.get(ctx, params.id)),
  implement(api.webhooks.create, (ctx, { body }) => service.createWebhook(ctx, body)),
  implement(api.webhooks.update, (ctx, { params, body }) => service.changeWebhook(ctx, params.id, body)),
  implement(api.webhooks.delete, async (ctx, { params }) => void (await webhooks.remove(ctx, params.id))),
]
