import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../db/db.ts'
import { shiftAgents, shiftDepartments, shifts } from '../../../db/schema/index.ts'

/** The agent works in the shift. */
export function hasAgent(db: Db, agentId: number): SQL {
  const match = and(
    eq(shiftAgents.siteId, shifts.siteId),
    eq(shiftAgents.shiftId, shifts.id),
    eq(shiftAgents.agentId, agentId),
  )
  return exists(db.select({ one: sql`1` }).from(shiftAgents).where(match))
}

/** The department works in the shift. */
export function hasDepartment(db: Db, departmentId: string): SQL {
  const match = and(
    eq(shiftDepartments.siteId, shifts.siteId),
    eq(shiftDepartments.shiftId, shifts.id),
    eq(shiftDepartments.departmentId, departmentId),
  )
  return exists(db.select({ one: sql`1` }).from(shiftDepartments).where(match))
}
