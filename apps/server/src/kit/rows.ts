import type { Entity } from '@parley/contract'
import type { PgTable } from 'drizzle-orm/pg-core'
import { invalid } from '../lib/app-error.ts'
import { completeProperty } from './complete.ts'

type Values = Record<string, unknown>

/** What the contract shows of a row: its columns, and properties from elsewhere. */
export function rowToView(entity: Entity, row: Values, extra: Values = {}): Values {
  const view: Values = {}
  for (const [name, { facts }] of Object.entries(entity.fields)) {
    if (facts.mode === 'included' || facts.mode === 'secret') continue
    const value = name in extra ? extra[name] : row[name]
    view[name] = value instanceof Date ? value.toISOString() : completeProperty(facts, value)
  }
  return view
}

/** The columns a body sets. A new object also gets the contract's defaults; null for a property with a default means the default. */
export function bodyToRow(
  entity: Entity,
  table: PgTable,
  body: object,
  { fillDefaults }: { fillDefaults: boolean },
): Values {
  const columns = table as unknown as Values
  const row: Values = {}
  for (const [name, { facts }] of Object.entries(entity.fields)) {
    if (!(name in columns) || facts.mode === 'read' || facts.mode === 'included') continue
    const given = (body as Values)[name]
    if (given === undefined && !fillDefaults) continue
    const value = given ?? facts.initial ?? null
    row[name] = facts.schema['format' as never] === 'date-time' && typeof value === 'string' ? new Date(value) : value
  }
  return row
}

/** The object as it will be: what is stored, and over it what was sent. */
export function mergedBody(entity: Entity, row: Values, body: object): Values {
  const merged: Values = {}
  for (const name of Object.keys(entity.fields)) merged[name] = row[name]
  return { ...merged, ...mergeNested(entity, row, body) }
}

/**
 * What a change sets. Settings inside an object merge as the object itself does: what is left out keeps its value. Lists
 * are replaced.
 */
export function mergeNested(entity: Entity, stored: Values, given: object): Values {
  const change: Values = {}
  for (const [name, value] of Object.entries(given)) {
    const facts = entity.fields[name]?.facts
    const isMerged = facts?.refersTo && !facts.isList && isObject(stored[name]) && isObject(value)
    change[name] = isMerged ? { ...(stored[name] as Values), ...value } : value
  }
  return change
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Throws 400 for a mandatory text that is blank, and for a property that another one makes necessary. */
export function checkMandatory(entity: Entity, body: object): void {
  const values = body as Values
  for (const [name, { facts }] of Object.entries(entity.fields)) {
    const held = values[name]
    if (facts.isMandatory && typeof held === 'string' && held.trim() === '') throw invalid(name, 'must not be empty')
    const { mandatoryWhen } = facts
    if (!mandatoryWhen?.values.includes(values[mandatoryWhen.field])) continue
    const value = values[name]
    if (value === undefined || value === null || value === '') throw invalid(name, 'is required')
  }
}
