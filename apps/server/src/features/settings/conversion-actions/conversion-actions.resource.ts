import { ConversionAction } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import { conversionActions } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { checkPattern } from '../conditions/check-pattern.ts'
import { deleteConversions, hasVariable } from './conversions.repo.ts'

export type ConversionActionRow = typeof conversionActions.$inferSelect & Row

/** What counts as a conversion, and which chat it is owed to. */
export const conversionActionsResource = createResource<typeof ConversionAction, ConversionActionRow>({
  entity: ConversionAction,
  noun: 'conversion action',
  table: conversionActions,
  audit: { category: 'liveChat', actionType: 'conversionManagement' },
  nameOf: (row) => row.name,
  // `achieved` names them
  unique: { conversion_actions_name_key: 'name' },
  includes: {
    agent: { entity: 'Agent', ids: 'createdByAgentId', into: 'createdAgent' },
  },
  hooks: {
    async beforeCreate(ctx, work, row) {
      row.createdByAgentId = ctx.caller.agentId
      await check(ctx, work, row)
    },
    async beforeUpdate(ctx, work, _row, next) {
      await check(ctx, work, next)
    },
    async beforeDelete(ctx, work, row) {
      await deleteConversions(work.tx, ctx.siteId, row.id)
    },
  },
})

async function check(ctx: AgentContext, { tx }: Work, row: ConversionActionRow): Promise<void> {
  row.name = row.name.trim()
  const { type, operator, value } = row
  checkComplete(row)
  if (type !== 'api' && operator === 'regularExpression' && value) checkPattern('value', value)
  const names = {
    customVariableUsedToDetermineConversion: type === 'customVariable',
    assignedValueFromCustomVariable: row.valueSource === 'getFromCustomVariable',
  } as const
  for (const [property, isUsed] of Object.entries(names)) {
    const name = row[property as keyof typeof names]
    if (isUsed && name && !(await hasVariable(tx, ctx.siteId, name)))
      throw invalid(property, `names '${name}', which is no custom variable`)
  }
  row.lastUpdatedTime = ctx.now()
  row.lastUpdatedByAgentId = ctx.caller.agentId
}

/** Throws 400 for an enabled action that could not be told from others: it would count nothing, or everything. */
function checkComplete(row: ConversionActionRow): void {
  if (row.type === 'api' || !row.isEnable) return
  const needed = ['operator', 'value'] as const
  const ofVariables = ['customVariableUsedToDetermineConversion'] as const
  for (const property of row.type === 'customVariable' ? [...ofVariables, ...needed] : needed)
    if (!row[property]?.trim())
      throw invalid(property, `is required for an enabled conversion action of the type ${row.type}`)
  if (row.operator !== 'isLessThen' && row.operator !== 'isMoreThen') return
  if (row.type === 'url')
    throw invalid('operator', `must not be '${row.operator}' for the type url: no address is a number`)
  if (!Number.isFinite(Number(row.value))) throw invalid('value', `must be a number for the operator '${row.operator}'`)
}
