import { entities } from '../entities.ts'
import type { Fields } from '../schema/entity.ts'
import { valuesByEntity } from './example-entities.ts'

const names = new Set<string>(Object.values(entities).map(({ name }) => name))

/** Ids that are called otherwise than what they name. */
const OTHERWISE: Readonly<Record<string, string>> = {
  routeToId: 'Department',
  routeToIdWhenNoRuleMatched: 'Department',
  backupDepartmentId: 'BackupDepartment',
  offeredTo: 'Agent',
  awayStatusId: 'AgentAwayStatus',
  parentId: 'PublicCannedMessageCategory',
  categoryId: 'PublicCannedMessageCategory',
}

/** Entities that show the same object as another one. */
const SAME: Readonly<Record<string, string>> = {
  ColleagueDepartment: 'Department',
  LiveChatVisitor: 'Visitor',
  NewApiKey: 'ApiKey',
}

/** The entity that an id names: `defaultCampaignId` a campaign, an entity's own `id` itself. */
export function targetOf(name: string, entity: string | undefined): string {
  if (name === 'id') return SAME[entity ?? ''] ?? entity ?? 'Object'
  const other = OTHERWISE[name]
  if (other) return other
  const target = name.replace(/Ids?$/, '')
  const capital = target.charAt(0).toUpperCase() + target.slice(1)
  const last = /[A-Z][a-z]+$/.exec(capital)?.[0] ?? capital
  if (names.has(capital)) return capital
  return names.has(last) ? last : capital.replace(/.*Agent$/, 'Agent')
}

/** The id an entity has in all examples, a number or a GUID as it may be. */
export function exampleId(entity: string): unknown {
  const fields = Object.values(entities).find(({ name }) => name === entity)?.fields as Fields | undefined
  return (fields?.id?.facts.schema as { type?: string } | undefined)?.type === 'integer'
    ? numberOf(entity)
    : idOf(entity)
}

/** The number an entity has in all examples. */
export function numberOf(entity: string): unknown {
  const values = valuesByEntity[entity as keyof typeof valuesByEntity] as { id?: unknown } | undefined
  return values?.id ?? 1
}

/** A GUID that is the same for the same entity everywhere, so that examples fit together. */
export function idOf(entity: string): string {
  const hex = [0, 1, 2].map((round) => hash(`${entity}${round}`)).join('')
  return `019aa0c2-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
}

/** FNV-1a, as eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) as number), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
