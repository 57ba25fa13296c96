import { and, eq, isNull, lt } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { oauthClients, oauthCodes, refreshTokens, sites } from '../../../db/schema/index.ts'

export type CodeRow = typeof oauthCodes.$inferSelect

export interface ClientRow {
  readonly siteId: SiteId
  readonly id: string
  readonly name: string
  readonly company: string
  readonly redirectUris: string[]
}

/** An application with the name of the company whose site it is. */
export async function findClient(db: Db, siteId: SiteId, id: string): Promise<ClientRow | undefined> {
  const [row] = await db
    .select({
      siteId: oauthClients.siteId,
      id: oauthClients.id,
      name: oauthClients.name,
      company: sites.company,
      redirectUris: oauthClients.redirectUris,
    })
    .from(oauthClients)
    .innerJoin(sites, eq(sites.id, oauthClients.siteId))
    .where(and(eq(oauthClients.siteId, siteId), eq(oauthClients.id, id)))
  return row
}

/** Ends all that agents allowed an application. */
export async function removeGrants(tx: Tx, siteId: SiteId, clientId: string): Promise<void> {
  await tx.delete(oauthCodes).where(and(eq(oauthCodes.siteId, siteId), eq(oauthCodes.clientId, clientId)))
  await tx.delete(refreshTokens).where(and(eq(refreshTokens.siteId, siteId), eq(refreshTokens.holder, clientId)))
}

/** Stores a code and forgets those that have expired. */
export async function insertCode(tx: Tx, row: typeof oauthCodes.$inferInsert, now: Date): Promise<void> {
  await tx.delete(oauthCodes).where(lt(oauthCodes.expiresTime, now))
  await tx.insert(oauthCodes).values(row)
}

/** Uses a code: `isFirst` is true for exactly one caller. */
export async function useCode(
  db: Db,
  siteId: SiteId,
  code: { readonly hash: Buffer; readonly now: Date },
): Promise<{ row: CodeRow; isFirst: boolean } | undefined> {
  const one = and(eq(oauthCodes.siteId, siteId), eq(oauthCodes.codeHash, code.hash))
  const [used] = await db
    .update(oauthCodes)
    .set({ usedTime: code.now })
    .where(and(one, isNull(oauthCodes.usedTime)))
    .returning()
  if (used) return { row: used, isFirst: true }
  const [row] = await db.select().from(oauthCodes).where(one)
  return row && { row, isFirst: false }
}
