import type { AgentContext } from '../../../context.ts'
import { agentsResource } from '../agents/agents.resource.ts'
import { departmentsResource } from '../departments/departments.resource.ts'
import { hasAgent, hasDepartment } from './shifts.repo.ts'
import { shiftsResource } from './shifts.resource.ts'

/** The shifts of an agent. Throws not_found. */
export async function listShiftsOfAgent(ctx: AgentContext, agentId: number) {
  await agentsResource.getRow(ctx, agentId)
  return shiftsResource.list(ctx, { where: hasAgent(ctx.db, agentId) })
}

/** The shifts of a department. Throws not_found. */
export async function listShiftsOfDepartment(ctx: AgentContext, departmentId: string) {
  await departmentsResource.getRow(ctx, departmentId)
  return shiftsResource.list(ctx, { where: hasDepartment(ctx.db, departmentId) })
}
