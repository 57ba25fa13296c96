import type { AnyOperation } from '@parley/contract'
import { exampleBody, exampleId } from '@parley/contract/documentation'
import type { World } from './world.ts'

/** Whose ids the documentation's examples carry, and what plays their part in a world. */
const PARTS: Readonly<Record<string, string>> = {
  Agent: 'agentId',
  AgentAwayStatus: 'agentAwayStatuses',
  BackupDepartment: 'backupDepartmentId',
  Campaign: 'campaignId',
  Contact: 'contactId',
  Department: 'departmentId',
  Role: 'roleId',
  Shift: 'shifts',
  Visitor: 'visitorId',
}

/** The body that the documentation shows for an operation, with the ids of a world instead of invented ones. */
export function documentedBody(operation: AnyOperation, world: World): unknown {
  const isPrivate = operation.id.startsWith('private')
  const parts = { ...PARTS, PublicCannedMessageCategory: `${isPrivate ? 'private' : 'public'}CannedMessageCategories` }
  const ids = new Map(
    Object.entries(parts).flatMap(([entity, part]) => (part in world ? [[exampleId(entity), world[part]]] : [])),
  )
  return withIds(exampleBody(operation), ids)
}

function withIds(value: unknown, ids: ReadonlyMap<unknown, unknown>, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, ids, name))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, withIds(held, ids, key)]))
  const isId = /ids?$/i.test(name) && name !== 'permissionIds'
  return isId && ids.has(value) ? ids.get(value) : value
}
