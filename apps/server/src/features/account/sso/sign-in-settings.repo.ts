import { eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { signInSettings } from '../../../db/schema/index.ts'

export type SignInSettingsRow = typeof signInSettings.$inferSelect

/** How agents and visitors of a site sign in elsewhere; undefined before the first change. */
export async function findSignInSettings(db: Db, siteId: SiteId): Promise<SignInSettingsRow | undefined> {
  const [row] = await db.select().from(signInSettings).where(eq(signInSettings.siteId, siteId))
  return row
}

/** Makes sure that there are settings, and holds them until the transaction ends. */
export async function lockSignInSettings(tx: Tx, siteId: SiteId): Promise<void> {
  await tx.insert(signInSettings).values({ siteId }).onConflictDoNothing()
  await tx
    .select({ siteId: signInSettings.siteId })
    .from(signInSettings)
    .where(eq(signInSettings.siteId, siteId))
    .for('update')
}

/** Writes what changed. */
export async function updateSignInSettings(tx: Tx, siteId: SiteId, values: Partial<SignInSettingsRow>): Promise<void> {
  if (Object.keys(values).length) await tx.update(signInSettings).set(values).where(eq(signInSettings.siteId, siteId))
}
