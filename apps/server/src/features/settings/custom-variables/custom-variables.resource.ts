import { CustomVariable } from '@parley/contract'
import { customVariables } from '../../../db/schema/index.ts'
import { createResource, inUse, type Row } from '../../../kit/resource.ts'
import { findConversionUsing, renameInConversions } from './custom-variables.repo.ts'

export type CustomVariableRow = typeof customVariables.$inferSelect & Row

/** What pages may tell of their visitors. Values are kept with the session, by the variable's name. */
export const customVariablesResource = createResource<typeof CustomVariable, CustomVariableRow>({
  entity: CustomVariable,
  noun: 'custom variable',
  table: customVariables,
  audit: { category: 'liveChat', actionType: 'customVariableManage' },
  nameOf: (row) => row.name,
  unique: { custom_variables_name_key: 'name' },
  hooks: {
    // pages name it, and blanks around a name are nobody's
    async beforeCreate(_ctx, _work, row) {
      row.name = row.name.trim()
    },
    async beforeUpdate(ctx, work, row, next) {
      next.name = next.name.trim()
      if (next.name !== row.name) await renameInConversions(work.tx, ctx.siteId, row.name, next.name)
    },
    async beforeDelete(ctx, work, row) {
      const use = await findConversionUsing(work.tx, ctx.siteId, row.name)
      if (use !== undefined) throw inUse(`custom variable ('${row.name}')`, `the conversion action '${use}'`)
    },
    async afterWrite(ctx, work) {
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    },
  },
})
