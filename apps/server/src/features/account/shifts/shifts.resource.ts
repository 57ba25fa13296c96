import { Shift } from '@parley/contract'
import { asc } from 'drizzle-orm'
import type { AgentContext, Work } from '../../../context.ts'
import { shiftAgents, shiftDepartments, shifts, type WorkingHoursRow } from '../../../db/schema/index.ts'
import { checkIds } from '../../../kit/references.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { planShifts } from './plan-shifts.ts'

export type ShiftRow = typeof shifts.$inferSelect & Row

/** Every half hour of a week: with more, looking for the next ones would keep a site's chats waiting. */
const MOST_HOURS = 7 * 48

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
    beforeCreate: (ctx, work, row) => check(ctx, work, row),
    beforeUpdate: (ctx, work, _row, next) => check(ctx, work, next),
    async afterWrite(ctx, work) {
      await planShifts(work.tx, ctx.siteId)
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    },
  },
})

async function check(ctx: AgentContext, work: Work, { workingHours }: ShiftRow): Promise<void> {
  if (workingHours.length > MOST_HOURS) throw invalid('workingHours', `must have at most ${MOST_HOURS} entries`)
  for (const hours of workingHours) checkHours(hours)
  const ids = new Set(workingHours.flatMap(({ awayStatusId }) => awayStatusId ?? []))
  await checkIds(work.tx, ctx.siteId, 'AgentAwayStatus', 'workingHours.awayStatusId', [...ids])
}

/** 00:00 to 00:00 is a whole day; any other time to itself may be a day or nothing. */
function checkHours({ dayOfWeek, startTime, endTime }: WorkingHoursRow): void {
  if (startTime !== endTime || startTime === '00:00') return
  throw invalid('workingHours.endTime', `must differ from the start (${startTime} on ${dayOfWeek})`)
}
