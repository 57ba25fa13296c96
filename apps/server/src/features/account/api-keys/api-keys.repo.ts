import { and, eq, isNull } from 'drizzle-orm'
import type { AgentId, SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { apiKeys } from '../../../db/schema/index.ts'

/** Ends a key of the agent; undefined when there is none that is still good. The row stays as a record. */
export async function revokeApiKey(
  tx: Tx,
  siteId: SiteId,
  key: { readonly agentId: AgentId; readonly id: string; readonly now: Date },
): Promise<{ name: string; prefix: string } | undefined> {
  const [row] = await tx
    .update(apiKeys)
    .set({ revokedTime: key.now })
    .where(
      and(
        eq(apiKeys.siteId, siteId),
        eq(apiKeys.id, key.id),
        eq(apiKeys.agentId, key.agentId),
        isNull(apiKeys.revokedTime),
      ),
    )
    .returning({ name: apiKeys.name, prefix: apiKeys.prefix })
  return row
}
