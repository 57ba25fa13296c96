import { and, asc, eq, inArray, max } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import { campaignFormFields as fields } from '../../../db/schema/index.ts'
import { newId } from '../../../lib/ids.ts'
import { defaultGrades, type FormName, formNames, systemFields } from './system-fields.ts'

export type FormFieldRow = typeof fields.$inferSelect

/** The fields of one form, in order. */
export function listFormFields(db: Db, siteId: SiteId, campaignId: string, form: FormName): Promise<FormFieldRow[]> {
  return db
    .select()
    .from(fields)
    .where(and(eq(fields.siteId, siteId), eq(fields.campaignId, campaignId), eq(fields.form, form)))
    .orderBy(asc(fields.position), asc(fields.id))
}

/** One field of a campaign. */
export async function findFormField(
  db: Db,
  siteId: SiteId,
  campaignId: string,
  id: string,
): Promise<FormFieldRow | undefined> {
  const [row] = await db
    .select()
    .from(fields)
    .where(and(eq(fields.siteId, siteId), eq(fields.campaignId, campaignId), eq(fields.id, id)))
  return row
}

/** The largest the column holds; whoever claims it shares it with those who come after. */
const LAST_PLACE = 2_147_483_647

/** The place behind the last field of a form. */
export async function nextPosition(db: Db, siteId: SiteId, campaignId: string, form: FormName): Promise<number> {
  const [row] = await db
    .select({ last: max(fields.position) })
    .from(fields)
    .where(and(eq(fields.siteId, siteId), eq(fields.campaignId, campaignId), eq(fields.form, form)))
  return Math.min((row?.last ?? 0) + 1, LAST_PLACE)
}

/** Adds a field. */
export async function insertFormField(tx: Tx, row: typeof fields.$inferInsert): Promise<void> {
  await tx.insert(fields).values(row)
}

/** Changes a field. */
export async function updateFormField(
  tx: Tx,
  siteId: SiteId,
  id: string,
  values: Partial<FormFieldRow>,
): Promise<void> {
  await tx
    .update(fields)
    .set(values)
    .where(and(eq(fields.siteId, siteId), eq(fields.id, id)))
}

/** Removes fields. */
export async function deleteFormFields(tx: Tx, siteId: SiteId, ids: readonly string[]): Promise<void> {
  if (ids.length) await tx.delete(fields).where(and(eq(fields.siteId, siteId), inArray(fields.id, [...ids])))
}

/** Removes all forms of a campaign that goes. */
export async function deleteForms(tx: Tx, siteId: SiteId, campaignId: string): Promise<void> {
  await tx.delete(fields).where(and(eq(fields.siteId, siteId), eq(fields.campaignId, campaignId)))
}

/** Gives a new campaign its forms with their system fields. */
export async function insertDefaultForms(tx: Tx, siteId: SiteId, campaignId: string, createdTime: Date): Promise<void> {
  const rows = formNames.flatMap((form) =>
    systemFields
      .filter(({ forms }) => forms.includes(form))
      .map(({ name, type, isVisible, isRequired }, index) => ({
        siteId,
        id: newId(),
        campaignId,
        form,
        isSystem: true,
        field: { name, type },
        fieldId: newId(),
        isVisible,
        isRequired,
        position: index + 1,
        ratingGrades: type === 'rating' ? defaultGrades : [],
        createdTime,
      })),
  )
  await tx.insert(fields).values(rows)
}
