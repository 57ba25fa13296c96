import { and, eq, or, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Tx } from '../../../db/db.ts'
import { conversionActions } from '../../../db/schema/index.ts'

const { siteId: site, name: title, customVariableUsedToDetermineConversion: used } = conversionActions
const { assignedValueFromCustomVariable: assigned } = conversionActions

/** The name of a conversion action that reads the variable. */
export async function findConversionUsing(tx: Tx, siteId: SiteId, name: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ name: title })
    .from(conversionActions)
    .where(and(eq(site, siteId), or(isCalled(used, name), isCalled(assigned, name))))
    .limit(1)
  return row?.name
}

/** Conversion actions name variables; they go along when one gets another name. */
export async function renameInConversions(tx: Tx, siteId: SiteId, from: string, to: string): Promise<void> {
  await tx
    .update(conversionActions)
    .set({ customVariableUsedToDetermineConversion: to })
    .where(and(eq(site, siteId), isCalled(used, from)))
  await tx
    .update(conversionActions)
    .set({ assignedValueFromCustomVariable: to })
    .where(and(eq(site, siteId), isCalled(assigned, from)))
}

function isCalled(column: typeof used | typeof assigned, name: string) {
  return sql`lower(${column}) = lower(${name})`
}
