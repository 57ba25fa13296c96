import { Department } from '@parley/contract'
import { departmentAgents, departments, shiftDepartments } from '../../../db/schema/index.ts'
import { createResource, inUse, type Row } from '../../../kit/resource.ts'
import { holdChatsOfSite } from '../../chatting/chats/engine/site-work.ts'
import { planShifts } from '../shifts/plan-shifts.ts'
import { clearDepartment } from './departments.repo.ts'
import { findRoutingTo, forgetAlerts } from './target-uses.repo.ts'

export type DepartmentRow = typeof departments.$inferSelect & Row

/** Groups of agents that chats are sent to. */
export const departmentsResource = createResource<typeof Department, DepartmentRow>({
  entity: Department,
  noun: 'department',
  table: departments,
  audit: { category: 'globalSettings', actionType: 'departmentManagement' },
  nameOf: (row) => row.name,
  unique: { departments_name_key: 'name' },
  links: {
    agentIds: {
      table: departmentAgents,
      own: departmentAgents.departmentId,
      other: departmentAgents.agentId,
      entity: 'Agent',
    },
    shiftIds: {
      table: shiftDepartments,
      own: shiftDepartments.departmentId,
      other: shiftDepartments.shiftId,
      entity: 'Shift',
    },
  },
  includes: {
    agent: { entity: 'Agent', ids: 'agentIds', into: 'agents' },
    shift: { entity: 'Shift', ids: 'shiftIds', into: 'shifts' },
  },
  hooks: {
    async beforeDelete(ctx, work, row) {
      const use = await findRoutingTo(work.tx, ctx.siteId, 'department', row.id)
      if (use !== undefined) throw inUse(`department ('${row.name}')`, use)
      await forgetAlerts(work.tx, ctx.siteId, { departmentId: row.id })
      await holdChatsOfSite(work, ctx.siteId)
      await clearDepartment(work.tx, ctx.siteId, row.id)
    },
    async afterWrite(ctx, work) {
      await planShifts(work.tx, ctx.siteId)
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
      // whose department it is decides whose chats they see
      work.emit({ type: 'access.changed', siteId: ctx.siteId })
    },
  },
})
