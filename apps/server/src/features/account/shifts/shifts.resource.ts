import { Shift } from '@parley/contract'
import { asc } from 'drizzle-orm'
import type { AgentContext, Work } from '../../../context.ts'
import { shiftAgents, shiftDepartments, shifts } from '../../../db/schema/index.ts'
import { checkIds } from '../../../kit/references.ts'
import { createResource, type Row } from '../../../kit/resource.ts'

export type ShiftRow = typeof shifts.$inferSelect & Row

/** When agents and departments work. */
export const shiftsResource = createResource<typeof Shift, ShiftRow>({
  entity: Shift,
  noun: 'shift',
  table: shifts,
  audit: { category: 'liveChat', actionType: 'shiftsManagement' },
  nameOf: (row) => row.name,
  unique: { shifts_name_key: 'name' },
  links: {
    agentIds: { table: shiftAgents, own: shiftAgents.shiftId, other: shiftAgents.agentId, entity: 'Agent' },
    departmentIds: {
      table: shiftDepartments,
      own: shiftDepartments.shiftId,
      other: shiftDepartments.departmentId,
      entity: 'Department',
    },
  },
  includes: {
    agent: { entity: 'Agent', ids: 'agentIds', into: 'agents' },
    department: { entity: 'Department', ids: 'departmentIds', into: 'departments' },
  },
  orderBy: [asc(shifts.name), asc(shifts.id)],
  hooks: {
    beforeCreate: (ctx, work, row) => checkAwayStatuses(ctx, work, row),
    beforeUpdate: (ctx, work, _row, next) => checkAwayStatuses(ctx, work, next),
    async afterWrite(ctx, work) {
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    },
  },
})

async function checkAwayStatuses(ctx: AgentContext, work: Work, { workingHours }: ShiftRow): Promise<void> {
  const ids = new Set(workingHours.flatMap(({ awayStatusId }) => awayStatusId ?? []))
  await checkIds(work.tx, ctx.siteId, 'AgentAwayStatus', 'workingHours.awayStatusId', [...ids])
}
