import type { Entity } from '@parley/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Context, SiteId } from '../context.ts'
import type { Db } from '../db/db.ts'
import { invalid } from '../lib/app-error.ts'
import type { Link } from './links.ts'
import type { Id, Resource } from './resource.ts'

/** id property → the entity it must name on the same site */
export type References = Readonly<Record<string, string>>

type Loader = (ctx: Context, ids: readonly Id[]) => Promise<Map<Id, unknown>>

/** Resources by entity, so that two of them can refer to each other without importing each other. */
const resources = new Map<string, Resource<Entity>>()
const loaders = new Map<string, Loader>()

/** Makes a resource known to those that refer to it or include it. */
export function registerResource(entityName: string, resource: Resource<Entity>): void {
  resources.set(entityName, resource)
  loaders.set(entityName, resource.viewsByIds)
}

/** The resource of an entity, for what looks at all of them. */
export function findResource(entityName: string): Resource<Entity> | undefined {
  return resources.get(entityName)
}

/** Makes views known that come from elsewhere than a table with a resource of its own. */
export function registerViews(entityName: string, loader: Loader): void {
  loaders.set(entityName, loader)
}

/** Views of another resource for an include. Nothing, as long as that resource is not built. */
export async function includedViews(ctx: Context, entityName: string, ids: readonly Id[]): Promise<Map<Id, unknown>> {
  return loaders.get(entityName)?.(ctx, ids) ?? new Map()
}

/** Throws 400 that names the property when an id names nothing on this site. */
export async function checkReferences(
  db: Db,
  siteId: SiteId,
  references: References,
  links: Readonly<Record<string, Link>>,
  body: object,
): Promise<void> {
  const given = body as Record<string, Id | Id[] | null | undefined>
  for (const [property, entityName] of Object.entries(references))
    await checkIds(db, siteId, entityName, property, given[property])
  for (const [property, { entity, findWrong }] of Object.entries(links)) {
    if (entity) await checkIds(db, siteId, entity, property, given[property])
    const wrong = findWrong?.([given[property] ?? []].flat())
    if (wrong !== undefined) throw invalid(property, `names ${wrong}, which does not exist`)
  }
}

/**
 * Throws 400 when one of the ids names no object of the entity on this site. What is named stays until the transaction
 * ends; a request that only reads holds nothing.
 */
export async function checkIds(
  db: Db,
  siteId: SiteId,
  entityName: string,
  property: string,
  given: Id | Id[] | null | undefined,
  { isHeld = true }: { isHeld?: boolean } = {},
): Promise<void> {
  const ids = [given ?? []].flat()
  if (!ids.length) return
  const missing = await findMissing(db, siteId, entityName, ids, isHeld)
  if (missing !== undefined) throw invalid(property, `names ${missing}, which does not exist`)
}

/** Whether the site has no such object. */
export async function isMissing(db: Db, siteId: SiteId, entityName: string, id: Id): Promise<boolean> {
  return (await findMissing(db, siteId, entityName, [id], false)) !== undefined
}

async function findMissing(
  db: Db,
  siteId: SiteId,
  entityName: string,
  ids: readonly Id[],
  isHeld: boolean,
): Promise<Id | undefined> {
  const table = resources.get(entityName)?.spec.table
  // what is not built yet has no objects anybody could name
  if (!table) return ids[0]
  const found = db
    .select({ id: table.id })
    .from(table as PgTable)
    .where(and(eq(table.siteId, siteId), inArray(table.id, [...ids])))
    .orderBy(table.id)
    .$dynamic()
  const rows = await (isHeld ? found.for('key share') : found)
  const known = new Set(rows.map((row) => row.id as Id))
  return ids.find((id) => !known.has(id))
}
