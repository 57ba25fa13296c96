import { ApiKey } from '@parley/contract'
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { apiKeys } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'

export type ApiKeyRow = typeof apiKeys.$inferSelect & Row

/** An agent's own keys that still open something. Nobody sees those of others. */
export const apiKeysResource = createResource<typeof ApiKey, ApiKeyRow>({
  entity: ApiKey,
  noun: 'API key',
  table: apiKeys,
  audit: { category: 'globalSettings', actionType: 'integrationAndAPIManagement' },
  nameOf: (row) => `${row.name} (${row.prefix})`,
  scope: ({ caller }) =>
    and(eq(apiKeys.agentId, caller.kind === 'agent' ? caller.agentId : 0), isNull(apiKeys.revokedTime)) as SQL,
})
