import { entities, findTimeZoneId } from '@parley/contract'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/schema'
import { invalid } from './app-error.ts'
import { readDate, readDateTime } from './times.ts'

type Json = Record<string, unknown>
interface Node {
  type?: string | string[]
  enum?: unknown[]
  properties?: Record<string, Node>
  items?: Node
  anyOf?: Node[]
  $ref?: string
  default?: unknown
  'x-aliases'?: Record<string, unknown>
  'x-names'?: string[]
  'x-reads'?: string
}

const definitions: Record<string, TSchema> = {}
for (const entity of Object.values(entities)) {
  definitions[`${entity.name}Create`] = entity.create
  definitions[`${entity.name}Update`] = entity.update
}

/** Reads a value by a schema: names and words in the contract's spelling, unknown names dropped, everything checked. */
export interface Reader {
  /** Throws 400 that names the parameter. */
  read(value: unknown): unknown
}

/**
 * Makes a reader. `parameters`: values arrive as text (query and path) and are converted. `whole` is what the value is
 * called when it is wrong as a whole.
 */
export function readerFor(schema: TSchema, options: { parameters?: boolean; whole?: string } = {}): Reader {
  // compiled when it is first needed: a start need not wait for operations nobody calls
  let compiled: ReturnType<typeof Compile> | undefined
  const isText = options.parameters ?? false
  const whole = options.whole ?? 'body'
  return {
    read(value) {
      const clean = normalise(schema as Node, value, { isText, path: '' })
      compiled ??= Compile(definitions, schema as never)
      if (compiled.Check(clean)) return clean
      throw problemOf(compiled.Errors(clean)[1], whole)
    },
  }
}

interface Place {
  readonly isText: boolean
  readonly path: string
}

function normalise(node: Node, value: unknown, place: Place): unknown {
  if (value === null || value === undefined) return value
  if (node.$ref) return normalise(definitions[node.$ref] as Node, value, place)
  if (node.anyOf) return normalise(node.anyOf[0] as Node, value, place)
  if (node.items) return normaliseList(node, value, place)
  if (node.properties) return isObject(value) ? normaliseObject(node.properties, value, place) : value
  if (typeof value === 'string') return normaliseText(node, value, place)
  return value
}

function normaliseList(node: Node, value: unknown, place: Place): unknown {
  const items = node.items as Node
  if (node['x-reads'] === 'csv') {
    const words = (Array.isArray(value) ? value : [value]).flatMap((word) => String(word).split(','))
    return words
      .map((word) => word.trim())
      .filter(Boolean)
      .map((word) => normalise(items, word, place))
  }
  // "" means none, as it does for optional words, ids and numbers
  if (value === '') return []
  if (!Array.isArray(value))
    return node['x-reads'] === 'one' && isObject(value) ? [normalise(items, value, place)] : value
  return value.map((item, index) => normalise(items, item, { ...place, path: `${place.path}[${index}]` }))
}

function normaliseObject(properties: Record<string, Node>, value: Json, place: Place): Json {
  const names = namesOf(properties)
  const out: Json = {}
  const exact = new Set<string>()
  for (const [key, held] of Object.entries(value)) {
    const name = names.get(key.toLowerCase())
    if (!name || held === undefined || exact.has(name)) continue
    if (name === key) exact.add(name)
    const path = place.path ? `${place.path}.${name}` : name
    out[name] = normalise(properties[name] as Node, held, { ...place, path })
  }
  return place.isText ? withDefaults(properties, out) : out
}

/** What a query leaves out has its documented value; bodies get theirs where an object is made. */
function withDefaults(properties: Record<string, Node>, out: Json): Json {
  for (const [name, node] of Object.entries(properties)) if (node.default !== undefined) out[name] ??= node.default
  return out
}

const nameCache = new WeakMap<object, Map<string, string>>()

function namesOf(properties: Record<string, Node>): Map<string, string> {
  const cached = nameCache.get(properties)
  if (cached) return cached
  const names = new Map<string, string>()
  for (const [name, node] of Object.entries(properties))
    for (const alias of node['x-names'] ?? []) names.set(alias.toLowerCase(), name)
  for (const name of Object.keys(properties)) names.set(name.toLowerCase(), name)
  nameCache.set(properties, names)
  return names
}

function normaliseText(node: Node, given: string, { isText, path }: Place): unknown {
  if (given.includes('\0')) throw invalid(path || 'body', 'must not contain the character U+0000')
  // half of a character, as cutting a text in two leaves it: the database keeps no such JSON
  const text = given.toWellFormed()
  if (node.enum) return pickWord(node, text, isText)
  const read = node['x-reads']
  if (read) return readers[read]?.(text, path) ?? text
  return isText ? convert(node, text) : text
}

const readers: Record<string, (text: string, path: string) => unknown> = {
  guid: (text) => text.toLowerCase(),
  'time-zone': (text, path) => {
    if (text === '') return null
    const id = findTimeZoneId(text)
    if (!id) throw invalid(path, 'must be the id of a Windows time zone')
    return id
  },
  'date-time': (text, path) => {
    const iso = readDateTime(text)
    if (!iso) throw invalid(path, 'must be a time such as 2026-01-31T09:30:00Z')
    return iso
  },
  date: (text, path) => {
    const day = readDate(text)
    if (!day) throw invalid(path, 'must be a day such as 2026-01-31')
    return day
  },
  'yes-no': (text) => ({ yes: true, no: false, true: true, false: false })[text.toLowerCase()],
}

function pickWord(node: Node, text: string, isText: boolean): unknown {
  const lower = text.toLowerCase()
  const known = node.enum?.find((word) => typeof word === 'string' && word.toLowerCase() === lower)
  if (known !== undefined) return known
  const alias = node['x-aliases']?.[lower]
  if (alias !== undefined) return alias
  if (text === '' && isNullable(node)) return null
  return isText ? convert(node, text) : text
}

/** Optional words, ids and numbers may come as "" and then mean none. */
function isNullable(node: Node): boolean {
  return Array.isArray(node.type) && node.type.includes('null')
}

function convert(node: Node, text: string): unknown {
  const types = [node.type].flat()
  if (types.includes('integer') && /^-?\d{1,15}$/.test(text.trim())) return Number(text)
  if (types.includes('number') && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text)
  if (types.includes('boolean') && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  return text
}

interface Problem {
  keyword: string
  instancePath: string
  params: object
}

function problemOf(problems: readonly Problem[], whole: string): Error {
  // a missing property is listed last although it is usually what the caller wants to hear first
  const missing = problems.find((p) => p.keyword === 'required')
  if (missing) {
    const [name] = (missing.params as { requiredProperties: string[] }).requiredProperties
    const parent = nameOf(missing.instancePath)
    return invalid(parent ? `${parent}.${name}` : String(name), 'is required')
  }
  const problem = problems.find((p) => p.keyword !== 'anyOf') ?? problems[0]
  const params = (problem?.params ?? {}) as Record<string, unknown>
  const say = problem ? says[problem.keyword] : undefined
  return invalid(nameOf(problem?.instancePath ?? '') || whole, say ? say(params) : 'is not valid')
}

const says: Record<string, (params: Record<string, unknown>) => string> = {
  type: ({ type }) =>
    `must be ${article(
      [type]
        .flat()
        .filter((t) => t !== 'null')
        .join(' or '),
    )}`,
  enum: ({ allowedValues }) => `must be one of ${words(allowedValues)}`,
  maxLength: ({ limit }) => `must have at most ${limit} characters`,
  maxItems: ({ limit }) => `must have at most ${limit} entries`,
  minimum: ({ limit }) => `must be at least ${limit}`,
  maximum: ({ limit }) => `must be at most ${limit}`,
  pattern: () => 'does not have the right form',
  format: ({ format }) => `must be ${article(format === 'uuid' ? 'GUID' : String(format))}`,
}

function words(values: unknown): string {
  return (Array.isArray(values) ? values : [])
    .filter((v) => v !== null)
    .map((v) => `'${v}'`)
    .join(', ')
}

const article = (word: string) => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`)

/** `/rows/0/name` → `rows[0].name` */
function nameOf(instancePath: string): string {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '')
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
