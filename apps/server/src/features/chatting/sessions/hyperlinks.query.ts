import { eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { customVariables } from '../../../db/schema/index.ts'

/** Where the values of custom variables lead to, by the variable's name in lower case. */
export type Hyperlinks = ReadonlyMap<string, string | null>

/** The addresses that a site gave its custom variables. */
export async function queryHyperlinks(db: Db, siteId: SiteId): Promise<Hyperlinks> {
  const rows = await db
    .select({ name: customVariables.name, hyperlink: customVariables.hyperlink })
    .from(customVariables)
    .where(eq(customVariables.siteId, siteId))
  return new Map(rows.map(({ name, hyperlink }) => [name.toLowerCase(), hyperlink]))
}
