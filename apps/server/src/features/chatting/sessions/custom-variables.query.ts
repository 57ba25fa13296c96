import { eq } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { customVariables, siteSettings } from '../../../db/schema/index.ts'

/** A variable the site has defined. */
export interface VariableDefinition {
  readonly name: string
  readonly type: string
}

/** The variables a site has defined; none while the feature is off. */
export async function queryVariableDefinitions(db: Db, siteId: SiteId): Promise<VariableDefinition[]> {
  const [settings] = await db
    .select({ isOn: siteSettings.isCustomVariablesEnabled })
    .from(siteSettings)
    .where(eq(siteSettings.siteId, siteId))
  if (settings && !settings.isOn) return []
  return db
    .select({ name: customVariables.name, type: customVariables.type })
    .from(customVariables)
    .where(eq(customVariables.siteId, siteId))
}
