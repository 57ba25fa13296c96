import type { Shape } from '@parley/contract'
import type { Db } from '../../../db/db.ts'
import { loadFloor } from '../distribution/floor.repo.ts'
import { targetAgents } from '../distribution/floor.ts'
import { listChatDepartments } from './departments.repo.ts'

/** Whether anybody is there who may take a chat: of the site, or of a department or its backup. */
export async function isSiteOnline(
  db: Db,
  siteId: number,
  departmentId: string | null = null,
  now = new Date(),
): Promise<boolean> {
  return targetAgents(await loadFloor(db, siteId, now), { departmentId, targetAgentId: null }).length > 0
}

/** The departments visitors can chat with, and whether anybody of them, or of their backup, may take a chat. */
export async function listDepartmentsOnline(
  db: Db,
  siteId: number,
  now = new Date(),
): Promise<Shape<'WidgetDepartment'>[]> {
  const floor = await loadFloor(db, siteId, now)
  const departments = await listChatDepartments(db, siteId)
  return departments.map(({ id, name }) => ({
    id,
    name,
    isOnline: targetAgents(floor, { departmentId: id, targetAgentId: null }).length > 0,
  }))
}
