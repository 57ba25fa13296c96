import { randomUUID } from 'node:crypto'
import { type AnyOperation, entities } from '@parley/contract'
import type { World } from './world.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly $ref?: string
  readonly 'x-reads'?: string
}

/** A body that is right but for one value. */
export interface BadBody {
  /** the name the refusal has to say: `workingHours[0].awayStatusId` */
  readonly path: string
  readonly why:
    | 'wrong word'
    | 'too long'
    | 'too many'
    | 'out of bounds'
    | 'malformed'
    | 'unknown id'
    | 'id of another site'
  readonly body: unknown
}

const definitions = new Map<string, Schema>()
for (const entity of Object.values(entities)) {
  definitions.set(`${entity.name}Create`, entity.create as Schema)
  definitions.set(`${entity.name}Update`, entity.update as Schema)
}

/** What an id names, by the property that holds it: the key of the world's object. */
const NAMED: Readonly<Record<string, string>> = {
  roleIds: 'roleId',
  departmentIds: 'departmentId',
  departmentId: 'departmentId',
  backupDepartmentId: 'departmentId',
  shiftIds: 'shifts',
  contactId: 'contactId',
  agentIds: 'agentId',
  agentId: 'agentId',
  parentId: 'category',
  categoryId: 'category',
  awayStatusId: 'agentAwayStatuses',
  campaignId: 'campaignId',
  defaultCampaignId: 'campaignId',
  targetCampaignId: 'campaignId',
  permissionIds: 'permission',
  visitorId: 'visitor',
  selectedChatbotId: 'none',
  selectedKBId: 'none',
  routeToId: 'departmentId',
  routeToIdWhenNoRuleMatched: 'departmentId',
}

/** Ids that have a meaning only beside another property. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  routeToId: { routeTo: 'department' },
  routeToIdWhenNoRuleMatched: { actionWhenNoRuleMatched: 'routeToDepartment' },
  'bans:visitorId': { type: 'visitor' },
}

/** Beyond this the body as a whole is refused first. */
const LARGEST_BODY = 1_900_000

/** Ids that belong to no object of a site: the caller's own claim, or what nothing keeps. */
const NO_REFERENCES = new Set(['siteId', 'site_id', 'client_id', 'image'])

interface Leaf {
  /** names from the outside in; `[]` is a list's first entry */
  readonly steps: readonly string[]
  readonly schema: Schema
}

/** Every property of a body, however deep, and every list. */
export function leavesOf(operation: AnyOperation): Leaf[] {
  const found: Leaf[] = []
  const visit = (given: Schema, steps: readonly string[]): void => {
    const schema = resolve(given)
    // an entity inside itself would go on for ever
    if (steps.length > 6) return
    if (steps.length) found.push({ steps, schema })
    if (schema.items) visit(schema.items, [...steps, '[]'])
    for (const [name, property] of Object.entries(schema.properties ?? {})) visit(property, [...steps, name])
  }
  visit(operation.body?.schema as Schema, [])
  return found
}

/** A property that holds ids must be known here, so that none is left untested. */
export function unknownReferences(operation: AnyOperation): string[] {
  return leavesOf(operation)
    .filter(({ schema }) => schema['x-reads'] === 'guid' || schema.type === 'integer' || isNullable(schema, 'integer'))
    .map(({ steps }) => nameOf(steps))
    .filter((name) => /Ids?$|_id$|^image$/.test(name) && !NAMED[name] && !NO_REFERENCES.has(name))
}

/** Everything that can be wrong with one property of the operation's body. */
export function badBodies(operation: AnyOperation, here: World, elsewhere: World): BadBody[] {
  const resource = operation.id.split('.')[0] as string
  const wrong: BadBody[] = []
  const add = (leaf: Leaf, why: BadBody['why'], value: unknown) => {
    const beside = BESIDE[`${resource}:${nameOf(leaf.steps)}`] ?? BESIDE[nameOf(leaf.steps)] ?? {}
    const body = build(operation.body?.schema as Schema, leaf.steps, value, beside, here, resource)
    wrong.push({ path: pathOf(leaf.steps), why, body })
  }
  for (const leaf of leavesOf(operation)) {
    const { schema, steps } = leaf
    if (schema.enum) add(leaf, 'wrong word', typeof schema.enum[0] === 'number' ? 987_654 : 'no such word')
    if (schema.maxLength) add(leaf, 'too long', tooLong(schema, schema.maxLength))
    if (schema.minimum !== undefined) add(leaf, 'out of bounds', schema.minimum - 1)
    if (schema.maximum !== undefined) add(leaf, 'out of bounds', schema.maximum + 1)
    for (const text of malformed(schema)) add(leaf, 'malformed', text)
    if (schema.maxItems && schema.items) {
      const many = Array(schema.maxItems + 1).fill(sample(schema.items, nameOf(steps), here, resource))
      if (JSON.stringify(many).length < LARGEST_BODY) add(leaf, 'too many', many)
    }
    const key = keyOf(nameOf(steps), resource)
    if (!key || schema.items) continue
    const isNumber = [schema.type].flat().includes('integer')
    add(leaf, 'unknown id', isNumber ? 987_654_321 : randomUUID())
    if (elsewhere[key] !== undefined && key !== 'permission') add(leaf, 'id of another site', elsewhere[key])
  }
  return wrong
}

/** A body that is right, with nothing but what is needed. */
export function goodBody(operation: AnyOperation, here: World): unknown {
  return sample(operation.body?.schema as Schema, '', here, operation.id.split('.')[0] as string)
}

function build(
  given: Schema,
  [step, ...rest]: readonly string[],
  value: unknown,
  beside: Readonly<Record<string, unknown>>,
  here: World,
  resource: string,
): unknown {
  const schema = resolve(given)
  if (step === undefined) return value
  if (step === '[]') return [build(schema.items ?? {}, rest, value, beside, here, resource)]
  const inner = build(schema.properties?.[step] ?? {}, rest, value, beside, here, resource)
  const isHolder = rest.length === 0 || rest[0] === '[]'
  return { ...(sample(schema, '', here, resource) as object), ...(isHolder ? beside : {}), [step]: inner }
}

function sample(given: Schema, name: string, here: World, resource: string): unknown {
  const schema = resolve(given)
  const key = keyOf(name, resource)
  if (schema.properties) {
    const needed = (schema.required ?? []).map((property) => [
      property,
      sample(schema.properties?.[property] ?? {}, property, here, resource),
    ])
    return Object.fromEntries(needed)
  }
  const type = [schema.type].flat()[0]
  if (type === 'array') return []
  if (key) return here[key] ?? (type === 'integer' ? 987_654_321 : randomUUID())
  if (here[`text:${name}`] !== undefined) return here[`text:${name}`]
  if (schema.enum) return schema.enum[0]
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1)
  return sampleText(schema, name)
}

function sampleText(schema: Schema, name: string): string {
  if (/email/i.test(name)) return `${randomUUID()}@example.com`
  if (/password/i.test(name)) return 'correct horse battery'
  if (/url/i.test(name)) return 'https://crm.example/hook'
  if (/color/i.test(name)) return '#0f766e'
  if (/^ip/.test(name)) return '127.0.0.1'
  if (/time$/i.test(name) && schema.pattern) return name.startsWith('end') ? '17:00' : '09:00'
  if (schema.format === 'date') return '2026-12-24'
  if (schema['x-reads'] === 'date-time') return '2026-12-24T00:00:00Z'
  if (schema['x-reads'] === 'guid') return randomUUID()
  return schema['x-reads'] === 'time-zone' ? 'UTC' : `Sample ${randomUUID().slice(0, 8)}`
}

/** Texts that are none of their kind. */
function malformed(schema: Schema): string[] {
  if (schema.enum) return []
  const reads = schema['x-reads']
  if (reads === 'guid') return ['not-an-id', '0190b7c2-0000-7000-8000-00000000000g']
  if (reads === 'date-time') return ['yesterday', '2026-13-01T00:00:00Z']
  if (reads === 'date') return ['tomorrow', '2026-02-30']
  if (reads === 'time-zone') return ['Nowhere Standard Time']
  if (schema.pattern?.includes('@')) return ['nobody', 'a b@example.com']
  return schema.pattern ? ['25:00'] : []
}

function tooLong(schema: Schema, maxLength: number): string {
  const text = 'x'.repeat(maxLength + 1)
  return schema.pattern?.includes('@') ? `${text}@example.com` : text
}

/** Categories are of the same kind as what lies in them. */
function keyOf(name: string, resource: string): string | undefined {
  const key = NAMED[name]
  if (key !== 'category') return key
  return resource.startsWith('private') ? 'privateCannedMessageCategories' : 'publicCannedMessageCategories'
}

function resolve(schema: Schema): Schema {
  if (schema.$ref) return definitions.get(schema.$ref) ?? {}
  return schema.anyOf ? resolve(schema.anyOf[0] as Schema) : schema
}

function isNullable(schema: Schema, type: string): boolean {
  return [schema.type].flat().includes(type)
}

/** The property a value belongs to; entries of a list belong to the list. */
function nameOf(steps: readonly string[]): string {
  return steps.findLast((step) => step !== '[]') ?? ''
}

/** As refusals say it: `fields[0].name`. */
function pathOf(steps: readonly string[]): string {
  return steps.reduce((path, step) => (step === '[]' ? `${path}[0]` : path ? `${path}.${step}` : step), '')
}
