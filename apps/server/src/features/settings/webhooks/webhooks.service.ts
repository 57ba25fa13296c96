import type { api, BodyOf, Output, Webhook } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { checkTarget } from './check-target.ts'
import { webhooksResource } from './webhooks.resource.ts'

type View = Output<typeof Webhook>

/** Adds a webhook. Throws 400 for a target that must not be called. */
export async function createWebhook(ctx: AgentContext, body: BodyOf<typeof api.webhooks.create>): Promise<View> {
  await check(ctx, body.targetUrl)
  return webhooksResource.create(ctx, body)
}

/** Changes a webhook. Throws not_found, and 400 for a target that must not be called. */
export async function changeWebhook(
  ctx: AgentContext,
  id: string,
  body: BodyOf<typeof api.webhooks.update>,
): Promise<View> {
  await webhooksResource.getRow(ctx, id)
  await check(ctx, body.targetUrl)
  return webhooksResource.update(ctx, id, body)
}

/** Before the transaction: name servers may take their time. */
async function check({ app }: AgentContext, targetUrl: string | null | undefined): Promise<void> {
  if (targetUrl) await checkTarget('targetUrl', targetUrl, { isInnerAllowed: app.config.allowPrivateTargets })
}
