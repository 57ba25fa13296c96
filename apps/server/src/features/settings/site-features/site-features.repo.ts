import { eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { siteFeatures } from '../../../db/schema/index.ts'

type Row = typeof siteFeatures.$inferSelect
export type FeatureName = Exclude<keyof Row, 'siteId'>

/** Settings that are stored whole; undefined before the first change. */
export async function findFeature(
  db: Db,
  siteId: SiteId,
  name: FeatureName,
): Promise<Record<string, unknown> | undefined> {
  const [row] = await db.select().from(siteFeatures).where(eq(siteFeatures.siteId, siteId))
  return row?.[name] ?? undefined
}

/** Makes sure that there are settings, and holds them until the transaction ends. */
export async function lockFeatures(tx: Tx, siteId: SiteId): Promise<void> {
  await tx.insert(siteFeatures).values({ siteId }).onConflictDoNothing()
  await tx
    .select({ siteId: siteFeatures.siteId })
    .from(siteFeatures)
    .where(eq(siteFeatures.siteId, siteId))
    .for('update')
}

export async function updateFeature(
  tx: Tx,
  siteId: SiteId,
  name: FeatureName,
  value: Record<string, unknown>,
): Promise<void> {
  await tx
    .update(siteFeatures)
    .set({ [name]: value })
    .where(eq(siteFeatures.siteId, siteId))
}
