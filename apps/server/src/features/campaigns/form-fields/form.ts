import type { Shape } from '@parley/contract'
import { CampaignFormField } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import { complete } from '../../../kit/complete.ts'
import { invalid, notFound } from '../../../lib/app-error.ts'
import { newId } from '../../../lib/ids.ts'
import { findParts } from '../parts/campaign-parts.repo.ts'
import {
  deleteFormFields,
  type FormFieldRow,
  insertFormField,
  listFormFields,
  nextPosition,
  updateFormField,
} from './form-fields.repo.ts'
import { defaultGrades, type FormName, fieldTypes, systemFields } from './system-fields.ts'

export type FormFieldView = Shape<'CampaignFormField'>
export type FormFieldInput = {
  readonly id?: unknown
  readonly field?: {
    readonly name?: string | null
    readonly type?: string | null
    readonly options?: unknown
    readonly optionGroups?: unknown
  } | null
  readonly isVisible?: boolean | null
  readonly isRequired?: boolean | null
  readonly order?: number | null
  readonly ratingGrades?:
    | readonly { readonly grade?: number | null; readonly label?: string | null; readonly isVisible?: boolean | null }[]
    | null
}

/** What the API shows of a field. */
export function viewFormField(row: FormFieldRow): FormFieldView {
  const { id, isVisible, isRequired, position, ratingGrades, isSystem, fieldId, field } = row
  return complete(CampaignFormField, {
    id,
    isVisible,
    isRequired,
    order: position,
    ratingGrades,
    field: { ...field, id: fieldId, isSystem },
  }) as FormFieldView
}

/** A form's fields as a property of the form's own settings: a PUT replaces custom fields and keeps system fields. */
export function formElsewhere(form: FormName) {
  return {
    names: ['fields'],
    async show(ctx: AgentContext, campaignId: string) {
      const rows = await listFormFields(ctx.db, ctx.siteId, campaignId, form)
      return { fields: rows.map(viewFormField) }
    },
    async change(
      ctx: AgentContext,
      work: Work,
      campaignId: string,
      body: { fields?: readonly FormFieldInput[] | null },
    ) {
      if (body.fields) await replaceFields(ctx, work, campaignId, form, body.fields)
    },
  }
}

async function replaceFields(
  ctx: AgentContext,
  work: Work,
  campaignId: string,
  form: FormName,
  given: readonly FormFieldInput[],
): Promise<void> {
  const rows = await listFormFields(work.tx, ctx.siteId, campaignId, form)
  const kept = new Set<string>()
  for (const [index, input] of given.entries()) {
    const row = rows.find((candidate) => !kept.has(candidate.id) && isMeant(candidate, input))
    const order = input.order ?? index + 1
    if (row) {
      kept.add(row.id)
      await changeField(ctx, work, row, { ...input, order })
    } else await addField(ctx, work, campaignId, form, { ...input, order }, `fields[${index}]`)
  }
  const gone = rows.filter(({ id, isSystem }) => !isSystem && !kept.has(id))
  await deleteFormFields(
    work.tx,
    ctx.siteId,
    gone.map(({ id }) => id),
  )
}

/** By the field's own id, or for system fields by the name they have in the form. */
function isMeant(row: FormFieldRow, { id, field }: FormFieldInput): boolean {
  if (typeof id === 'string' && id.toLowerCase() === row.id) return true
  return row.isSystem && systemNameOf(field?.name) === row.field.name
}

function systemNameOf(name: string | null | undefined): string | undefined {
  const lower = name?.toLowerCase()
  return systemFields.find((field) => field.name === lower || field.aliases?.includes(lower ?? ''))?.name
}

/** Adds a custom field. Throws 400 for a type the form does not have, a missing name, or grades that are not five. */
export async function addField(
  ctx: AgentContext,
  { tx }: Work,
  campaignId: string,
  form: FormName,
  input: FormFieldInput,
  where = '',
): Promise<string> {
  const path = (name: string) => (where ? `${where}.${name}` : name)
  const field = checkedField(form, input, path)
  const id = newId()
  await insertFormField(tx, {
    siteId: ctx.siteId,
    id,
    campaignId,
    form,
    field,
    fieldId: newId(),
    isVisible: input.isVisible ?? true,
    isRequired: input.isRequired ?? false,
    position: input.order ?? (await nextPosition(tx, ctx.siteId, campaignId, form)),
    ratingGrades: field.type === 'rating' ? checkedGrades(input, path) : [],
    createdTime: ctx.now(),
  })
  return id
}

/** Changes what the input names; a system field keeps its name and type. */
export async function changeField(
  ctx: AgentContext,
  { tx }: Work,
  row: FormFieldRow,
  input: FormFieldInput,
): Promise<void> {
  const field = row.isSystem
    ? { ...row.field, ...optionsOf(input) }
    : input.field
      ? checkedField(row.form, { field: { ...row.field, ...input.field } }, (name) => name)
      : row.field
  await updateFormField(tx, ctx.siteId, row.id, {
    field,
    isVisible: input.isVisible ?? row.isVisible,
    isRequired: input.isRequired ?? row.isRequired,
    position: input.order ?? row.position,
    ...(field.type === 'rating' && input.ratingGrades?.length
      ? { ratingGrades: checkedGrades(input, (name) => name) }
      : {}),
  })
}

/** Choices are the one thing a system field's own definition takes: product and wrap-up category need them. */
function optionsOf({ field }: FormFieldInput): Record<string, unknown> {
  const { options, optionGroups } = field ?? {}
  return { ...(options ? { options } : {}), ...(optionGroups ? { optionGroups } : {}) }
}

function checkedField(
  form: FormName,
  { field }: FormFieldInput,
  path: (name: string) => string,
): Record<string, unknown> {
  if (!field?.name?.trim()) throw invalid(path('field.name'), 'is required')
  if (!field.type) throw invalid(path('field.type'), 'is required')
  if (!fieldTypes[form].includes(field.type))
    throw invalid(
      path('field.type'),
      `must be one of ${fieldTypes[form].map((type) => `'${type}'`).join(', ')} in this form`,
    )
  return { ...field }
}

const GRADES = 5

function checkedGrades({ ratingGrades }: FormFieldInput, path: (name: string) => string): Record<string, unknown>[] {
  if (!ratingGrades?.length) return defaultGrades
  const grades = ratingGrades.map(({ grade }) => grade)
  const isWhole =
    ratingGrades.length === GRADES &&
    Array.from({ length: GRADES }, (_, index) => index + 1).every((grade) => grades.includes(grade))
  if (!isWhole) throw invalid(path('ratingGrades'), 'must have the five grades 1 to 5')
  return ratingGrades.map(({ grade, label, isVisible }) => ({
    grade,
    label: label ?? null,
    isVisible: isVisible ?? true,
  }))
}

/** Throws not_found when there is no such campaign. */
export async function mustHaveCampaign(ctx: AgentContext, campaignId: string): Promise<void> {
  if ((await findParts(ctx.db, ctx.siteId, campaignId)) === undefined) throw notFound('campaign')
}
