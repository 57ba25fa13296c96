import { eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { whitelistedLoginIpRanges as ranges } from '../db/schema/index.ts'
import type { IpRange } from '../lib/ip-ranges.ts'

/** Removes every range of a site; returns how many there were. */
export async function deleteLoginRanges(db: Db, siteId: number): Promise<number> {
  const { rowCount } = await db.delete(ranges).where(eq(ranges.siteId, siteId))
  return rowCount ?? 0
}

/** The ranges of addresses that a site's agents may come from; none means all. */
export function listLoginRanges(db: Db, siteId: number): Promise<IpRange[]> {
  return db.select({ ipFrom: ranges.ipFrom, ipTo: ranges.ipTo }).from(ranges).where(eq(ranges.siteId, siteId))
}
