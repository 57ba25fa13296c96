import { and, eq } from 'drizzle-orm'
import type { Db } from '../../../../db/db.ts'
import { departmentAgents } from '../../../../db/schema/index.ts'

export async function listDepartmentIds(db: Db, siteId: number, agentId: number): Promise<string[]> {
  const rows = await db
    .select({ id: departmentAgents.departmentId })
    .from(departmentAgents)
    .where(and(eq(departmentAgents.siteId, siteId), eq(departmentAgents.agentId, agentId)))
  return rows.map((row) => row.id)
}
