import { CustomVariable } from '@parley/contract'
import { customVariables } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'

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
    async afterWrite(ctx, work) {
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    },
  },
})
