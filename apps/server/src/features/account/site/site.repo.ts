import { eq, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { sites } from '../../../db/schema/index.ts'

export type SiteRow = typeof sites.$inferSelect

/** The site; undefined when there is none of this number. */
export async function findSite(db: Db, siteId: SiteId): Promise<SiteRow | undefined> {
  const [row] = await db.select().from(sites).where(eq(sites.id, siteId))
  return row
}

/** Waits until nobody else counts what a site must not be without, and keeps it so until the transaction ends. */
export async function lockSite(tx: Tx, siteId: SiteId): Promise<void> {
  await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for('update')
}

/** The Windows time zone id of the site. */
export async function findSiteTimeZone(db: Db, siteId: SiteId): Promise<string | undefined> {
  const [row] = await db.select({ timeZone: sites.timeZone }).from(sites).where(eq(sites.id, siteId))
  return row?.timeZone
}

/** Every site of the installation, oldest first. */
export function listSites(db: Db): Promise<SiteRow[]> {
  return db.select().from(sites).orderBy(sites.id)
}

/** The next number for a site; the first is 10000. */
export async function nextSiteId(tx: Tx): Promise<SiteId> {
  const { rows } = await tx.execute(sql`select nextval('site_ids')::int as id`)
  return Number(rows[0]?.id)
}

/** Writes what changed of a site. */
export async function updateSite(tx: Tx, siteId: SiteId, values: Partial<SiteRow>): Promise<void> {
  if (Object.keys(values).length) await tx.update(sites).set(values).where(eq(sites.id, siteId))
}
