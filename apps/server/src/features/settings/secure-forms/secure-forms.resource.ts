import { type Create, SecureForm, SecureFormField } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import { secureFormFields, secureForms } from '../../../db/schema/index.ts'
import { complete } from '../../../kit/complete.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { bodyToRow, checkMandatory } from '../../../kit/rows.ts'
import { invalid } from '../../../lib/app-error.ts'
import { newId } from '../../../lib/ids.ts'
import { checkOptions } from './secure-form-fields.resource.ts'
import { type FieldRow, listFields, replaceFields } from './secure-forms.repo.ts'

export type SecureFormRow = typeof secureForms.$inferSelect & Row
type Field = Create<typeof SecureFormField>

/** Forms whose answers are encrypted. A body with fields replaces all; a field keeps its id by its name. */
export const secureFormsResource = createResource<typeof SecureForm, SecureFormRow>({
  entity: SecureForm,
  noun: 'secure form',
  table: secureForms,
  audit: { category: 'liveChat', actionType: 'secureFormManagement' },
  nameOf: (row) => row.name,
  hooks: {
    async beforeCreate(ctx, work, row, body) {
      await writeFields(ctx, work, row.id, body.fields)
    },
    async beforeUpdate(ctx, work, row, _next, body) {
      if (body.fields !== undefined) await writeFields(ctx, work, row.id, body.fields)
    },
    async beforeDelete(ctx, work, row) {
      await replaceFields(work.tx, ctx.siteId, row.id, [])
    },
    async computed(ctx, rows) {
      const ids = rows.map((row) => row.id)
      const ofForm = Map.groupBy(await listFields(ctx.db, ctx.siteId, ids), (field) => field.secureFormId)
      const shown = (field: FieldRow) => complete(SecureFormField, field)
      return new Map(ids.map((id) => [id, { fields: (ofForm.get(id) ?? []).map(shown) }]))
    },
  },
})

async function writeFields(
  ctx: AgentContext,
  { tx }: Work,
  secureFormId: string,
  given: readonly Field[] | null | undefined,
): Promise<void> {
  const { siteId } = ctx
  const known = new Map((await listFields(tx, siteId, [secureFormId])).map((field) => [field.name, field]))
  const taken = new Set<string>()
  const rows = (given ?? []).map((field, index) => {
    const before = taken.has(field.name) ? undefined : known.get(field.name)
    taken.add(field.name)
    const row = {
      order: index + 1,
      ...withoutUndefined(bodyToRow(SecureFormField, secureFormFields, field, { fillDefaults: true }), field),
      siteId,
      secureFormId,
      id: before?.id ?? newId(),
      isSystem: before?.isSystem ?? false,
      createdTime: before?.createdTime ?? ctx.now(),
    } as FieldRow
    checkField(field, row, `fields[${index}].`)
    return row
  })
  await replaceFields(tx, siteId, secureFormId, rows)
}

/** Fields whose order nobody gave stay in the order of the list. */
function withoutUndefined(row: Record<string, unknown>, { order }: Field): Record<string, unknown> {
  const { order: _default, ...rest } = row
  return order === undefined || order === null ? rest : row
}

function checkField(field: Field, row: FieldRow, path: string): void {
  if (field.name.trim() === '') throw invalid(`${path}name`, 'must not be empty')
  checkMandatory(SecureFormField, { ...field, options: field.options ?? [] })
  checkOptions(row, path)
}
