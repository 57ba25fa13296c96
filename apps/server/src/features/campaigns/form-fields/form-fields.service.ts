import type { AgentContext } from '../../../context.ts'
import { checkIds } from '../../../kit/references.ts'
import { invalid, notFound } from '../../../lib/app-error.ts'
import {
  addField,
  changeField,
  type FormFieldInput,
  type FormFieldView,
  mustHaveCampaign,
  viewFormField,
} from './form.ts'
import { deleteFormFields, type FormFieldRow, findFormField, listFormFields } from './form-fields.repo.ts'
import type { FormName } from './system-fields.ts'

const AUDIT = { category: 'liveChat', actionType: 'campaignsManagement' } as const

/** The fields of one form of a campaign. Throws not_found. */
export async function listFields(ctx: AgentContext, campaignId: string, form: FormName): Promise<FormFieldView[]> {
  await mustHaveCampaign(ctx, campaignId)
  return (await listFormFields(ctx.db, ctx.siteId, campaignId, form)).map(viewFormField)
}

/** One field of a campaign. Throws not_found. */
export async function getField(ctx: AgentContext, campaignId: string, id: string): Promise<FormFieldView> {
  return viewFormField(await getRow(ctx, campaignId, id))
}

/** Adds a custom field to a form. */
export async function createField(
  ctx: AgentContext,
  campaignId: string,
  form: FormName,
  body: FormFieldInput,
): Promise<FormFieldView> {
  await mustHaveCampaign(ctx, campaignId)
  const id = await ctx.inTransaction(async (work) => {
    await checkIds(work.tx, ctx.siteId, 'Campaign', 'campaignId', campaignId)
    const added = await addField(ctx, work, campaignId, form, body)
    await work.audit(AUDIT, `Added form field ${body.field?.name}`)
    return added
  })
  return getField(ctx, campaignId, id)
}

/** Changes what the body names. */
export async function updateField(
  ctx: AgentContext,
  campaignId: string,
  id: string,
  body: FormFieldInput,
): Promise<FormFieldView> {
  const row = await getRow(ctx, campaignId, id)
  await ctx.inTransaction(async (work) => {
    await changeField(ctx, work, row, body)
    await work.audit(AUDIT, `Changed form field ${row.field.name}`, Object.keys(body).join(', '))
  })
  return getField(ctx, campaignId, id)
}

/** Removes a custom field. Throws 400 for a system field, which can only be hidden. */
export async function removeField(ctx: AgentContext, campaignId: string, id: string): Promise<void> {
  const row = await getRow(ctx, campaignId, id)
  if (row.isSystem)
    throw invalid('id', `names the system field '${row.field.name}', which can be hidden but not deleted`)
  await ctx.inTransaction(async (work) => {
    await deleteFormFields(work.tx, ctx.siteId, [id])
    await work.audit(AUDIT, `Deleted form field ${row.field.name}`)
  })
}

async function getRow(ctx: AgentContext, campaignId: string, id: string): Promise<FormFieldRow> {
  const row = await findFormField(ctx.db, ctx.siteId, campaignId, id)
  if (!row) throw notFound('form field')
  return row
}
