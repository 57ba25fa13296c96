import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, eq, inArray, lt } from 'drizzle-orm'
import type { App } from '../context.ts'
import type { Db } from '../db/db.ts'
import { refreshTokens } from '../db/schema/index.ts'
import { AppError } from '../lib/app-error.ts'
import type { SignedIn } from './sign-in.ts'

/** A sign-in that is not used for this long (ms) ends. */
export const REFRESH_LIFETIME_MS = 14 * 24 * 3_600_000
/** Two tabs of the console may spend one token at the same moment; that is no theft. Programs have no tabs. */
const REUSE_GRACE_MS = 10_000
const CONSOLE = 'console'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Whose a family is: the console's unless told. */
export interface FamilyOptions {
  readonly holder?: string
  readonly familyId?: string
}

/** Starts a family of refresh tokens for a sign-in and returns its first. */
export async function startRefreshFamily(
  app: App,
  signedIn: SignedIn,
  { holder = CONSOLE, familyId = randomUUID() }: FamilyOptions = {},
): Promise<string> {
  const { db } = app.database
  await db.delete(refreshTokens).where(lt(refreshTokens.expiresTime, app.now()))
  return addToken(db, { familyId, holder, ...signedIn }, app.now())
}

/** The site a token signs in to; undefined for a token there is not. */
export async function findRefreshSite(app: App, token: string): Promise<number | undefined> {
  const [row] = await app.database.db
    .select({ siteId: refreshTokens.siteId })
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, hashOf(token)))
  return row?.siteId
}

/** What a spent token gives. */
export interface Rotated {
  readonly next: string
  readonly signedIn: SignedIn
  readonly holder: string
}

/**
 * Spends a token and returns the next of its family. A token spent twice ends the family: one of the two was stolen.
 * Only tokens of the holders named are there. The row stays locked until the next token is stored, so that whoever
 * ends the family ends that one too.
 */
export async function rotateRefreshToken(
  app: App,
  token: string,
  holders: readonly string[] = [CONSOLE],
): Promise<Rotated> {
  const now = app.now()
  const result = await app.database.db.transaction(async (tx): Promise<Rotated | 'unknown' | 'reused'> => {
    const [row] = await tx
      .select()
      .from(refreshTokens)
      .where(and(eq(refreshTokens.tokenHash, hashOf(token)), inArray(refreshTokens.holder, [...holders])))
      .for('update')
    if (!row || row.expiresTime < now) return 'unknown'
    const grace = row.holder === CONSOLE ? REUSE_GRACE_MS : 0
    if (row.usedTime && (grace === 0 || now.getTime() - row.usedTime.getTime() > grace)) {
      await removeFamily(tx as Db, row.familyId)
      return 'reused'
    }
    if (!row.usedTime)
      await tx.update(refreshTokens).set({ usedTime: now }).where(eq(refreshTokens.tokenHash, row.tokenHash))
    const { siteId, agentId, generation, holder } = row
    return { next: await addToken(tx as Db, row, now), signedIn: { siteId, agentId, generation }, holder }
  })
  if (result === 'unknown') throw new AppError('not_authenticated', 'You are not signed in.')
  if (result === 'reused')
    throw new AppError('token_expired', 'The sign-in was ended because its token was used twice.')
  return result
}

/** Ends all that came of one sign-in. */
export async function endFamily(app: App, familyId: string): Promise<void> {
  await removeFamily(app.database.db, familyId)
}

/** Ends the family a token belongs to; an unknown token is no error. */
export async function endRefreshFamily(app: App, token: string): Promise<void> {
  const { db } = app.database
  const [row] = await db
    .select()
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, hashOf(token)))
  if (row) await removeFamily(db, row.familyId)
}

async function removeFamily(db: Db, familyId: string): Promise<void> {
  const isOfFamily = eq(refreshTokens.familyId, familyId)
  // a statement that waits for a token to be spent does not see the token that took its place: the next one does
  while ((await db.delete(refreshTokens).where(isOfFamily).returning({ familyId: refreshTokens.familyId })).length);
}

type Member = SignedIn & { readonly familyId: string; readonly holder: string }

async function addToken(db: Db, member: Member, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { familyId, holder, siteId, agentId, generation } = member
  const expiresTime = new Date(now.getTime() + REFRESH_LIFETIME_MS)
  await db
    .insert(refreshTokens)
    .values({ tokenHash: hashOf(token), familyId, holder, siteId, agentId, generation, createdTime: now, expiresTime })
  return token
}
