import { SecureFormField } from '@parley/contract'
import { sql } from 'drizzle-orm'
import { secureFormFields } from '../../../db/schema/index.ts'
import { createChildResource } from '../../../kit/child-resource.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { invalid, notFound } from '../../../lib/app-error.ts'
import { hasForm } from './secure-forms.repo.ts'

export type SecureFormFieldRow = typeof secureFormFields.$inferSelect & Row

const WITH_OPTIONS = new Set(['radioBox', 'dropdownList', 'checkboxList'])

/** Throws 400 for a field to choose from that offers nothing, and for options without a text. */
export function checkOptions(field: Pick<SecureFormFieldRow, 'type' | 'options'>, path = ''): void {
  if (WITH_OPTIONS.has(field.type) && !field.options.length)
    throw invalid(`${path}options`, `is required for a field of the type ${field.type}`)
  const blank = field.options.findIndex(({ value }) => value.trim() === '')
  if (blank >= 0) throw invalid(`${path}options[${blank}].value`, 'must not be empty')
}

const fields = createResource<typeof SecureFormField, SecureFormFieldRow>({
  entity: SecureFormField,
  noun: 'secure form field',
  table: secureFormFields,
  audit: { category: 'liveChat', actionType: 'secureFormManagement' },
  nameOf: (row) => row.name,
  references: { secureFormId: 'SecureForm' },
  orderBy: [sql`${secureFormFields.order}`, sql`${secureFormFields.id}`],
  hooks: {
    async beforeCreate(_ctx, _work, row) {
      row.isSystem = false
      checkOptions(row)
    },
    async beforeUpdate(_ctx, _work, _row, next) {
      checkOptions(next)
    },
  },
})

/** What a secure form asks for. */
export const secureFormFieldsResource = createChildResource(fields, {
  parentKey: 'secureFormId',
  parentColumn: secureFormFields.secureFormId,
  async checkParent(ctx, formId) {
    if (!(await hasForm(ctx.db, ctx.siteId, String(formId)))) throw notFound('secure form')
  },
})
