import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, eq, isNull, lt } from 'drizzle-orm'
import type { App } from '../context.ts'
import { refreshTokens } from '../db/schema/index.ts'
import { AppError } from '../lib/app-error.ts'
import type { SignedIn } from './sign-in.ts'

/** A sign-in that is not used for this long (ms) ends. */
export const REFRESH_LIFETIME_MS = 14 * 24 * 3_600_000
/** Two tabs may spend one token at the same moment; that is no theft. */
const REUSE_GRACE_MS = 10_000

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Starts a family of refresh tokens for a sign-in and returns its first. */
export async function startRefreshFamily(app: App, signedIn: SignedIn): Promise<string> {
  await app.database.db.delete(refreshTokens).where(lt(refreshTokens.expiresTime, app.now()))
  return addToken(app, randomUUID(), signedIn)
}

/** The site a token signs in to; undefined for a token there is not. */
export async function findRefreshSite(app: App, token: string): Promise<number | undefined> {
  const [row] = await app.database.db
    .select({ siteId: refreshTokens.siteId })
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, hashOf(token)))
  return row?.siteId
}

/** Spends a token and returns the next of its family. A token spent twice ends the family: one of the two was stolen. */
export async function rotateRefreshToken(app: App, token: string): Promise<{ next: string; signedIn: SignedIn }> {
  const { db } = app.database
  const now = app.now()
  const spent = await db
    .update(refreshTokens)
    .set({ usedTime: now })
    .where(and(eq(refreshTokens.tokenHash, hashOf(token)), isNull(refreshTokens.usedTime)))
    .returning()
  const [row] = spent.length
    ? spent
    : await db
        .select()
        .from(refreshTokens)
        .where(eq(refreshTokens.tokenHash, hashOf(token)))
  if (!row || row.expiresTime < now) throw new AppError('not_authenticated', 'You are not signed in.')
  const isLate = !spent.length && row.usedTime && now.getTime() - row.usedTime.getTime() > REUSE_GRACE_MS
  if (isLate) {
    await db.delete(refreshTokens).where(eq(refreshTokens.familyId, row.familyId))
    throw new AppError('token_expired', 'The sign-in was ended because its token was used twice.')
  }
  const signedIn = { siteId: row.siteId, agentId: row.agentId, generation: row.generation }
  return { next: await addToken(app, row.familyId, signedIn), signedIn }
}

/** Ends the family a token belongs to; an unknown token is no error. */
export async function endRefreshFamily(app: App, token: string): Promise<void> {
  const { db } = app.database
  const [row] = await db
    .select()
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, hashOf(token)))
  if (row) await db.delete(refreshTokens).where(eq(refreshTokens.familyId, row.familyId))
}

async function addToken(app: App, familyId: string, { siteId, agentId, generation }: SignedIn): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = app.now()
  const expiresTime = new Date(now.getTime() + REFRESH_LIFETIME_MS)
  await app.database.db
    .insert(refreshTokens)
    .values({ tokenHash: hashOf(token), familyId, siteId, agentId, generation, createdTime: now, expiresTime })
  return token
}
