import { and, eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import {
  agentConnections,
  agentDistributions,
  agentPresences,
  agentShiftStatuses,
  apiKeys,
  oauthCodes,
  privateCannedMessageCategories,
  privateCannedMessages,
  refreshTokens,
} from '../../../db/schema/index.ts'

/** Removes what hangs on an agent and means nothing without one. Chats and audit entries stay. */
export async function removeAgentTraces(tx: Tx, siteId: SiteId, agentId: number): Promise<void> {
  for (const table of [
    agentPresences,
    agentShiftStatuses,
    agentConnections,
    agentDistributions,
    privateCannedMessages,
    privateCannedMessageCategories,
    refreshTokens,
    apiKeys,
    oauthCodes,
  ]) {
    await tx.delete(table).where(and(eq(table.siteId, siteId), eq(table.agentId, agentId)))
  }
}
