import { eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { siteSettings } from '../../../db/schema/index.ts'

export type SettingsRow = typeof siteSettings.$inferSelect

/** Which features a site has switched on. */
export async function findSettings(db: Db, siteId: SiteId): Promise<SettingsRow | undefined> {
  const [row] = await db.select().from(siteSettings).where(eq(siteSettings.siteId, siteId))
  return row
}

/** Switches features on and off. */
export async function updateSettings(tx: Tx, siteId: SiteId, values: Partial<SettingsRow>): Promise<void> {
  if (Object.keys(values).length) await tx.update(siteSettings).set(values).where(eq(siteSettings.siteId, siteId))
}
