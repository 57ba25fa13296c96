import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { agents, apiKeys } from '../db/schema/index.ts'

export interface ApiKeyRow {
  readonly id: string
  readonly agentId: number
  readonly email: string
  readonly keyHash: Buffer
  readonly lastUsedTime: Date | null
}

/** The key that begins like this, unless it was revoked, with its agent's e-mail address. */
export async function findApiKey(db: Db, siteId: number, prefix: string): Promise<ApiKeyRow | undefined> {
  const [row] = await db
    .select({
      id: apiKeys.id,
      agentId: apiKeys.agentId,
      email: agents.email,
      keyHash: apiKeys.keyHash,
      lastUsedTime: apiKeys.lastUsedTime,
    })
    .from(apiKeys)
    .innerJoin(agents, and(eq(agents.siteId, apiKeys.siteId), eq(agents.id, apiKeys.agentId)))
    .where(and(eq(apiKeys.siteId, siteId), eq(apiKeys.prefix, prefix), isNull(apiKeys.revokedTime)))
  return row
}

/** Remembers when a key was last used. */
export async function recordKeyUse(db: Db, siteId: number, id: string, now: Date): Promise<void> {
  await db
    .update(apiKeys)
    .set({ lastUsedTime: now })
    .where(and(eq(apiKeys.siteId, siteId), eq(apiKeys.id, id)))
}
