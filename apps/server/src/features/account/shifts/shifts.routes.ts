import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { shiftsResource as shifts } from './shifts.resource.ts'
import * as service from './shifts.service.ts'

export const shiftRoutes = [
  implement(api.shifts.list, (ctx, { query }) => shifts.list(ctx, query)),
  implement(api.shifts.listByDepartment, (ctx, { params }) => service.listShiftsOfDepartment(ctx, params.departmentId)),
  implement(api.shifts.listByAgent, (ctx, { params }) => service.listShiftsOfAgent(ctx, params.agentId)),
  implement(api.shifts.get, (ctx, { params, query }) => shifts.get(ctx, params.id, query.include)),
  implement(api.shifts.create, (ctx, { body }) => shifts.create(ctx, body)),
  implement(api.shifts.update, (ctx, { params, body }) => shifts.update(ctx, params.id, body)),
  implement(api.shifts.delete, async (ctx, { params }) => void (await shifts.remove(ctx, params.id))),
]
