import { AgentAwayStatus } from '@parley/contract'
import { sql } from 'drizzle-orm'
import type { Context, Work } from '../../../context.ts'
import { agentAwayStatuses } from '../../../db/schema/index.ts'
import { createResource, inUse, type Row } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { findAgentWith, findShiftUsing, nextOrder, renameStatus } from './agent-away-statuses.repo.ts'

export type AgentAwayStatusRow = typeof agentAwayStatuses.$inferSelect & Row

const TAKEN = new Set(['online', 'offline'])

/** What agents can be while they take no chats. `Away` is built in. */
export const agentAwayStatusesResource = createResource<typeof AgentAwayStatus, AgentAwayStatusRow>({
  entity: AgentAwayStatus,
  noun: 'agent away status',
  table: agentAwayStatuses,
  audit: { category: 'globalSettings', actionType: 'customAwayStatusManagement' },
  nameOf: (row) => row.name,
  unique: { agent_away_statuses_name_key: 'name' },
  orderBy: [sql`${agentAwayStatuses.order}`, sql`${agentAwayStatuses.id}`],
  hooks: {
    async beforeCreate(ctx, work, row) {
      row.name = checkName(row.name)
      row.isSystem = false
      row.order = await nextOrder(work.tx, ctx.siteId)
    },
    async beforeUpdate(ctx, work, row, next) {
      if (next.name === row.name) return
      if (row.isSystem) throw invalid('name', `of the built-in away status '${row.name}' cannot be changed`)
      next.name = checkName(next.name)
      await rename(ctx, work, row.name, next.name)
    },
    async beforeDelete(ctx, work, row) {
      if (row.isSystem) throw invalid('id', `names the built-in away status '${row.name}', which cannot be deleted`)
      const shift = await findShiftUsing(work.tx, ctx.siteId, row.id)
      if (shift !== undefined) throw inUse(`away status ('${row.name}')`, `the shift '${shift}'`)
      const agent = await findAgentWith(work.tx, ctx.siteId, row.name)
      if (agent !== undefined) throw inUse(`away status ('${row.name}')`, `the agent ${agent}`)
    },
    async afterWrite(ctx, work) {
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    },
  },
})

/** The name without blanks around it: agents choose their status by it. */
function checkName(name: string): string {
  const plain = name.trim()
  if (TAKEN.has(plain.toLowerCase())) throw invalid('name', `must not be '${plain}', which means something else`)
  return plain
}

async function rename({ siteId }: Context, work: Work, from: string, status: string): Promise<void> {
  for (const agentId of await renameStatus(work.tx, siteId, from, status))
    work.emit({ type: 'agent.status', siteId, agentId, status })
}
