import { entities } from '../entities.ts'
import type { AnyOperation } from '../operation.ts'
import type { Fields } from '../schema/entity.ts'
import { bodiesByOperation, valuesByEntity } from './example-entities.ts'
import { idOf, numberOf, targetOf } from './example-ids.ts'
import { valuesByName } from './example-values.ts'
import { singular } from './singular.ts'

interface Schema {
  readonly $id?: string
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly format?: string
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
}

/** Where in the contract a value stands: the entity it belongs to, if any, and what it is called. */
interface Place {
  readonly entity?: string
  readonly name: string
  /** collects texts and numbers that nobody has said anything about */
  readonly unknown: Set<string>
}

/** A body somebody could send to the operation, the same each time; undefined when it takes none. */
export function exampleBody({ id, body }: AnyOperation, unknown = new Set<string>()): unknown {
  if (!body) return undefined
  if (id in bodiesByOperation) return bodiesByOperation[id]
  const schema = body.schema as Schema
  return exampleFor(schema, { name: body.kind === 'list' ? listName(schema) : '', unknown })
}

/** The id in a path: that of the object which the same examples show. */
export function examplePathId({ path, params }: AnyOperation, name: string): unknown {
  const { type } = (params[name]?.facts.schema ?? {}) as Schema
  const collection =
    path
      .slice(0, path.indexOf(`/{${name}}`))
      .split('/')
      .at(-1) ?? ''
  const target = targetOf(name === 'id' ? `${singular(collection)}Id` : name, undefined)
  return type === 'integer' ? numberOf(target) : idOf(target)
}

/** What the operation could answer with; undefined when the answer has no body. */
export function exampleAnswer({ ok }: AnyOperation, unknown = new Set<string>()): unknown {
  if (!ok.schema) return undefined
  const schema = ok.schema as Schema
  if (!ok.page) return exampleFor(schema, { name: '', unknown })
  const list = schema.properties?.[ok.page.list] as Schema
  const rows = exampleFor(list, { name: ok.page.list, unknown })
  return { [ok.page.total]: 1, nextPage: '', previousPage: '', [ok.page.list]: rows }
}

/** Plain lists are of rows, of permissions, of chats or of questions. */
function listName({ items }: Schema): string {
  if (items?.$ref) return 'rows'
  if (items?.type === 'integer') return 'permissionIds'
  return items?.format === 'uuid' ? 'chatIds' : 'similarQuestions'
}

function exampleFor(schema: Schema, place: Place): unknown {
  const given = givenFor(place)
  if (given !== undefined) return given
  if (schema.$ref) return objectOf(schemaNamed(schema.$ref), entityNamed(schema.$ref), place.unknown)
  if (schema.anyOf) return exampleFor(schema.anyOf[0] as Schema, place)
  if (schema.properties) return objectOf(schema, entityNamed(schema.$id), place.unknown)
  if (schema.items) return listOf(schema.items, place)
  return scalarOf(schema, place)
}

function givenFor({ entity, name }: Pick<Place, 'entity' | 'name'>): unknown {
  const values = valuesByEntity[entity as keyof typeof valuesByEntity] as Record<string, unknown> | undefined
  return values?.[name]
}

/** Properties that only `include` shows are left out, unless they have a value of their own. */
function objectOf(schema: Schema, entity: string | undefined, unknown: Set<string>): Record<string, unknown> {
  const fields = fieldsOf(entity)
  const place = (name: string): Place => ({ ...(entity ? { entity } : {}), name, unknown })
  const shown = Object.entries(schema.properties ?? {}).filter(
    ([name]) => fields?.[name]?.facts.mode !== 'included' || givenFor(place(name)) !== undefined,
  )
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleFor(property, place(name))]))
}

function listOf(items: Schema, place: Place): unknown[] {
  const given = valuesByName[place.name]
  if (Array.isArray(given)) return given
  return [exampleFor(items, { ...place, name: singular(place.name) })]
}

function scalarOf(schema: Schema, { entity, name, unknown }: Place): unknown {
  const initial = fieldsOf(entity)?.[name]?.facts.initial ?? schema.default
  if (initial !== undefined) return initial
  if (schema.enum) return schema.enum[0]
  const type = [schema.type].flat()[0]
  if (type === 'boolean') return /^is(Enable|Active)/.test(name)
  if (schema.format === 'uuid' || name.startsWith('routeToId')) return idOf(targetOf(name, entity))
  if (schema.format === 'date-time') return moments[name] ?? '2026-11-23T09:30:00.000Z'
  if (name in valuesByName) return valuesByName[name]
  if (type === 'integer' && /Id$|^(id|offeredTo)$/.test(name)) return numberOf(targetOf(name, entity))
  if (/(Width|Height)$/.test(name)) return 120
  if (/Offset/.test(name)) return 20
  unknown.add(entity ? `${entity}.${name}` : name)
  return type === 'string' ? name : 1
}

/** Times that follow each other as they do in a chat. */
const moments: Readonly<Record<string, string>> = {
  createdTime: '2026-03-02T08:15:00.000Z',
  firstVisitTime: '2026-09-14T17:02:11.000Z',
  visitTime: '2026-11-23T09:28:40.000Z',
  requestedTime: '2026-11-23T09:29:45.000Z',
  startTime: '2026-11-23T09:30:00.000Z',
  sentTime: '2026-11-23T09:30:12.000Z',
  lastMessageTime: '2026-11-23T09:30:12.000Z',
  endTime: '2026-11-23T09:41:20.000Z',
  endedTime: '2026-11-23T09:41:20.000Z',
  ratingTime: '2026-11-23T09:42:03.000Z',
}

const byName = new Map(Object.values(entities).map((entity) => [entity.name as string, entity]))

function entityNamed(schemaName: string | undefined): string | undefined {
  const name = schemaName?.replace(/(Create|Update)$/, '') ?? ''
  return byName.has(name) ? name : undefined
}

function fieldsOf(entity: string | undefined): Fields | undefined {
  return byName.get(entity ?? '')?.fields
}

function schemaNamed(name: string): Schema {
  const entity = byName.get(entityNamed(name) ?? '')
  if (!entity) throw new Error(`the contract has no schema ${name}`)
  if (name.endsWith('Create')) return entity.create as Schema
  return (name.endsWith('Update') ? entity.update : entity.output) as Schema
}
