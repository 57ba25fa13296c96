import type { ApiKey, Create, NewApiKey, Output } from '@parley/contract'
import { makeApiKey } from '../../../auth/api-keys.ts'
import type { AgentContext } from '../../../context.ts'
import { notFound } from '../../../lib/app-error.ts'
import { checkIsAgentItself } from '../oauth/applications.policy.ts'
import { revokeApiKey } from './api-keys.repo.ts'
import { apiKeysResource } from './api-keys.resource.ts'

/** Makes a key of the caller. Its secret is in this answer only. */
export async function createApiKey(ctx: AgentContext, body: Create<typeof ApiKey>): Promise<Output<typeof NewApiKey>> {
  checkIsAgentItself(ctx.caller)
  const { key, prefix, hash } = makeApiKey(ctx.siteId)
  const made = await apiKeysResource.create(ctx, body, { agentId: ctx.caller.agentId, prefix, keyHash: hash })
  return { ...made, key }
}

/** Ends one of the caller's keys at once. */
export async function removeApiKey(ctx: AgentContext, id: string): Promise<void> {
  await ctx.inTransaction(async (work) => {
    const key = { agentId: ctx.caller.agentId, id, now: ctx.now() }
    const revoked = await revokeApiKey(work.tx, ctx.siteId, key)
    if (!revoked) throw notFound('API key')
    await work.audit(apiKeysResource.spec.audit, `Revoked API key ${revoked.name} (${revoked.prefix})`)
    work.emit({ type: 'access.changed', siteId: ctx.siteId })
  })
}
