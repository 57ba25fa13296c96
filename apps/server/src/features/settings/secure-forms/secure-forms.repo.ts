import { and, asc, eq, inArray } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { secureFormFields, secureForms } from '../../../db/schema/index.ts'

export type FieldRow = typeof secureFormFields.$inferSelect

/** The fields of some forms, each form's in their order. */
export async function listFields(db: Db, siteId: SiteId, formIds: readonly string[]): Promise<FieldRow[]> {
  if (!formIds.length) return []
  return db
    .select()
    .from(secureFormFields)
    .where(and(eq(secureFormFields.siteId, siteId), inArray(secureFormFields.secureFormId, [...formIds])))
    .orderBy(asc(secureFormFields.order), asc(secureFormFields.id))
}

/** Whether the site has such a form. */
export async function hasForm(db: Db, siteId: SiteId, formId: string): Promise<boolean> {
  const rows = await db
    .select({ id: secureForms.id })
    .from(secureForms)
    .where(and(eq(secureForms.siteId, siteId), eq(secureForms.id, formId)))
  return rows.length > 0
}

/** Puts these fields in the place of all the form had. */
export async function replaceFields(
  tx: Tx,
  siteId: SiteId,
  formId: string,
  fields: readonly (typeof secureFormFields.$inferInsert)[],
): Promise<void> {
  await tx
    .delete(secureFormFields)
    .where(and(eq(secureFormFields.siteId, siteId), eq(secureFormFields.secureFormId, formId)))
  if (fields.length) await tx.insert(secureFormFields).values([...fields])
}
