import { and, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm'
import type { SiteId } from '../../context.ts'
import type { Db, Tx } from '../../db/db.ts'
import { ssoRequests, ssoUsedAnswers } from '../../db/schema/index.ts'

export type SsoRequestRow = typeof ssoRequests.$inferSelect
export type SsoProtocol = SsoRequestRow['protocol']

/** A request that is still waiting for its answer. */
export interface PendingRequest {
  readonly hash: Buffer
  readonly protocol: SsoProtocol
  readonly now: Date
}

/** Stores a sign-in that begins, and forgets those that nobody finished. */
export async function insertSsoRequest(db: Db, row: typeof ssoRequests.$inferInsert, now: Date): Promise<void> {
  await db.delete(ssoRequests).where(lt(ssoRequests.expiresTime, now))
  await db.insert(ssoRequests).values(row)
}

/** A request that was not answered and has not run out. */
export async function findPendingRequest(
  db: Db,
  siteId: SiteId,
  request: PendingRequest,
): Promise<SsoRequestRow | undefined> {
  const [row] = await db.select().from(ssoRequests).where(isPending(siteId, request))
  return row
}

/** Notes whose answer it was and the code that ends the sign-in. False when it was answered before or has run out. */
export async function answerRequest(
  tx: Tx,
  siteId: SiteId,
  request: PendingRequest,
  answer: {
    readonly agentId: number
    readonly generation: number
    readonly codeHash: Buffer
    readonly expiresTime: Date
  },
): Promise<boolean> {
  const rows = await tx
    .update(ssoRequests)
    .set(answer)
    .where(isPending(siteId, request))
    .returning({ siteId: ssoRequests.siteId })
  return rows.length === 1
}

/** Takes an answered request away: its code works once, in the browser that began. */
export async function takeAnsweredRequest(
  db: Db,
  siteId: SiteId,
  by: { readonly codeHash: Buffer; readonly browserHash: Buffer; readonly now: Date },
): Promise<SsoRequestRow | undefined> {
  const [row] = await db
    .delete(ssoRequests)
    .where(
      and(
        eq(ssoRequests.siteId, siteId),
        eq(ssoRequests.codeHash, by.codeHash),
        eq(ssoRequests.browserHash, by.browserHash),
        gt(ssoRequests.expiresTime, by.now),
        isNotNull(ssoRequests.agentId),
      ),
    )
    .returning()
  return row
}

/** Uses a token or assertion up; false when it was used before. Answers too old to be used are forgotten. */
export async function useAnswer(
  tx: Tx,
  siteId: SiteId,
  answer: { readonly hash: Buffer; readonly expiresTime: Date; readonly now: Date },
): Promise<boolean> {
  await tx.delete(ssoUsedAnswers).where(lt(ssoUsedAnswers.expiresTime, answer.now))
  const rows = await tx
    .insert(ssoUsedAnswers)
    .values({ siteId, answerHash: answer.hash, expiresTime: answer.expiresTime })
    .onConflictDoNothing()
    .returning({ siteId: ssoUsedAnswers.siteId })
  return rows.length === 1
}

function isPending(siteId: SiteId, { hash, protocol, now }: PendingRequest) {
  return and(
    eq(ssoRequests.siteId, siteId),
    eq(ssoRequests.requestHash, hash),
    eq(ssoRequests.protocol, protocol),
    gt(ssoRequests.expiresTime, now),
    isNull(ssoRequests.agentId),
  )
}
