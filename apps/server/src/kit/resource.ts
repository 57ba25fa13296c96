import type { AuditAction, Create, Entity, Output, Update } from '@parley/contract'
import { and, asc, desc, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { AgentContext, Context, Work } from '../context.ts'
import { invalid, notFound } from '../lib/app-error.ts'
import { newId } from '../lib/ids.ts'
import { addIncludes, type Include } from './includes.ts'
import { type Link, linkColumns, removeLinks, writeLinks } from './links.ts'
import type { CountedList } from './list-counts.ts'
import type { Found, PageQuery } from './pages.ts'
import { checkReferences, type References, registerResource } from './references.ts'
import { type Members, resourcePages } from './resource-pages.ts'
import { bodyToRow, checkMandatory, mergedBody, mergeNested, rowToView } from './rows.ts'
import { afterDeadlock, translateUnique } from './unique.ts'

export type Id = string | number
export type Row = Record<string, unknown> & { id: Id }

/** A table with the columns every resource has. */
export type ResourceTable = PgTable & { siteId: PgColumn; id: PgColumn }

/**
 * What makes one resource different from the next. Everything else - merging PUTs, references, links, includes, defaults,
 * unique names, audit - is the same for all of them.
 */
export interface ResourceSpec<E extends Entity, R extends Row> {
  readonly entity: E
  /** what messages call it: "role" */
  readonly noun: string
  readonly table: ResourceTable
  readonly audit: AuditAction
  /** name for audit entries */
  readonly nameOf: (row: R) => string
  readonly newId?: (work: Work) => Promise<Id>
  /** unique index → the property that is already in use */
  readonly unique?: Readonly<Record<string, string>>
  /** list properties kept in a table of pairs */
  readonly links?: Readonly<Record<string, Link>>
  /** id property → the entity it must name */
  readonly references?: References
  /** include token → what it adds */
  readonly includes?: Readonly<Record<string, Include>>
  readonly orderBy?: readonly SQL[]
  /** where the number of the site's rows is kept, for long lists */
  readonly countedAs?: CountedList
  /** lists and pages begin with the greatest id, the one that was made last */
  readonly isNewestFirst?: boolean
  /** which of the site's objects there are for the caller, such as their own; the others are not found */
  readonly scope?: (ctx: Context) => SQL | undefined
  /** values the view needs that are no columns of the table; expressions name their tables themselves */
  readonly extra?: Readonly<Record<string, SQL>>
  readonly hooks?: ResourceHooks<E, R>
}

export interface ResourceHooks<E extends Entity, R extends Row> {
  /** Rules of a new object; may change its row. */
  beforeCreate?(ctx: AgentContext, work: Work, row: R, body: Create<E>): Promise<void>
  /** Rules of a change; `next` is what it will be and may be changed. */
  beforeUpdate?(ctx: AgentContext, work: Work, row: R, next: R, body: Update<E>): Promise<void>
  /** Refuses the deletion of what is protected or in use, and removes what hangs on it. */
  beforeDelete?(ctx: AgentContext, work: Work, row: R): Promise<void>
  /** After every change, still inside the transaction: events, dependent rows. */
  afterWrite?(ctx: AgentContext, work: Work, row: R): Promise<void>
  /** Properties that are no columns. */
  computed?(ctx: Context, rows: readonly R[]): Promise<ReadonlyMap<Id, Record<string, unknown>>>
}

export interface ListOptions {
  readonly include?: readonly string[]
  readonly where?: SQL | undefined
}

export interface PageOptions extends ListOptions {
  /** only rows that these pairs name, whatever else */
  readonly members?: Members | undefined
}

/** The operations of a resource on its own site. */
export interface Resource<E extends Entity, R extends Row = Row> {
  readonly spec: ResourceSpec<E, R>
  list(ctx: AgentContext, options?: ListOptions): Promise<Output<E>[]>
  /** A page in the order of the ids. */
  page(ctx: AgentContext, query: PageQuery, options?: PageOptions): Promise<Found<Output<E>>>
  /** Throws not_found. */
  get(ctx: AgentContext, id: Id, include?: readonly string[]): Promise<Output<E>>
  /** Throws not_found. */
  getRow(ctx: Context, id: Id): Promise<R>
  /** `own` are columns the caller knows and no body names, such as the parent. */
  create(ctx: AgentContext, body: Create<E>, own?: Partial<R>): Promise<Output<E>>
  update(ctx: AgentContext, id: Id, body: Update<E>): Promise<Output<E>>
  remove(ctx: AgentContext, id: Id): Promise<void>
  /** What others include; ids that are not there are left out. */
  viewsByIds(ctx: Context, ids: readonly Id[]): Promise<Map<Id, Output<E>>>
}

/** Makes the operations of a resource from its description. */
export function createResource<E extends Entity, R extends Row>(spec: ResourceSpec<E, R>): Resource<E, R> {
  const { table, entity, hooks = {}, links = {}, references = {}, includes = {} } = spec
  const { isNewestFirst = false } = spec
  const byId = isNewestFirst ? desc(table.id) : asc(table.id)
  const order = spec.orderBy ?? [byId]
  const columns = { ...getTableColumns(table), ...linkColumns(table, links), ...spec.extra }
  const pages = resourcePages<R>({ table, columns, isNewestFirst, countedAs: spec.countedAs })
  const inSite = (ctx: Context, where?: SQL) => and(eq(table.siteId, ctx.siteId), spec.scope?.(ctx), where)

  async function views(ctx: Context, rows: readonly R[], include: readonly string[] = []): Promise<Output<E>[]> {
    const computed = await hooks.computed?.(ctx, rows)
    const plain = rows.map((row) => rowToView(entity, row, computed?.get(row.id)))
    await addIncludes(ctx, includes, plain, include)
    return plain as Output<E>[]
  }

  async function findRow(ctx: Context, id: Id): Promise<R | undefined> {
    const [row] = await ctx.db
      .select(columns)
      .from(table as PgTable)
      .where(inSite(ctx, eq(table.id, id)))
    return row as R | undefined
  }

  async function getRow(ctx: Context, id: Id): Promise<R> {
    const row = await findRow(ctx, id)
    if (!row) throw notFound(spec.noun)
    return row
  }

  /** A change lets others name the object meanwhile, a deletion does not. */
  async function lockRow(ctx: Context, { tx }: Work, id: Id, strength: 'no key update' | 'update'): Promise<R> {
    const [row] = await tx
      .select()
      .from(table as PgTable)
      .where(inSite(ctx, eq(table.id, id)))
      .for(strength)
    if (!row) throw notFound(spec.noun)
    return row as R
  }

  async function get(ctx: AgentContext, id: Id, include?: readonly string[]): Promise<Output<E>> {
    const [view] = await views(ctx, [await getRow(ctx, id)], include)
    return view as Output<E>
  }

  const resource: Resource<E, R> = {
    spec,
    getRow,
    get,
    async list(ctx, { include, where } = {}) {
      const rows = await ctx.db
        .select(columns)
        .from(table as PgTable)
        .where(inSite(ctx, where))
        .orderBy(...order)
      return views(ctx, rows as R[], include)
    },
    async page(ctx, query, { include, where, members } = {}) {
      const narrower = { where: and(spec.scope?.(ctx), where), members }
      const { total, items } = await pages(ctx.db, ctx.siteId, query, narrower)
      return { total, items: await views(ctx, items, include) }
    },
    async create(ctx, body, own = {}) {
      const id = await translateUnique(spec.unique, () =>
        ctx.inTransaction(async (work) => {
          checkMandatory(entity, body)
          // what it lies below is named, too
          await checkReferences(work.tx, ctx.siteId, references, links, { ...body, ...own })
          const newOne = (await spec.newId?.(work)) ?? newId()
          const row = {
            ...own,
            ...bodyToRow(entity, table, body, { fillDefaults: true }),
            siteId: ctx.siteId,
            id: newOne,
            createdTime: ctx.now(),
          } as unknown as R
          await hooks.beforeCreate?.(ctx, work, row, body)
          await work.tx.insert(table as PgTable).values(row)
          await writeLinks(work.tx, ctx.siteId, links, row.id, body)
          await hooks.afterWrite?.(ctx, work, row)
          await work.audit(spec.audit, `Added ${spec.noun} ${spec.nameOf(row)}`)
          return row.id
        }),
      )
      return get(ctx, id)
    },
    async update(ctx, id, body) {
      await translateUnique(spec.unique, () =>
        ctx.inTransaction(async (work) => {
          const row = await lockRow(ctx, work, id, 'no key update')
          checkMandatory(entity, mergedBody(entity, row, body))
          await checkReferences(work.tx, ctx.siteId, references, links, body)
          const values = bodyToRow(entity, table, body, { fillDefaults: false })
          const next = { ...row, ...mergeNested(entity, row, values) } as R
          await hooks.beforeUpdate?.(ctx, work, row, next, body)
          const { siteId: _site, id: _id, ...changed } = next
          await work.tx
            .update(table as PgTable)
            .set(changed)
            .where(inSite(ctx, eq(table.id, id)))
          await writeLinks(work.tx, ctx.siteId, links, id, body)
          await hooks.afterWrite?.(ctx, work, next)
          await work.audit(spec.audit, `Changed ${spec.noun} ${spec.nameOf(next)}`, Object.keys(body).join(', '))
        }),
      )
      return get(ctx, id)
    },
    async remove(ctx, id) {
      await afterDeadlock(() =>
        ctx.inTransaction(async (work) => {
          const row = await lockRow(ctx, work, id, 'update')
          await hooks.beforeDelete?.(ctx, work, row)
          await removeLinks(work.tx, ctx.siteId, links, id)
          await work.tx.delete(table as PgTable).where(inSite(ctx, eq(table.id, id)))
          await hooks.afterWrite?.(ctx, work, row)
          await work.audit(spec.audit, `Deleted ${spec.noun} ${spec.nameOf(row)}`)
        }),
      )
    },
    async viewsByIds(ctx, ids) {
      if (!ids.length) return new Map()
      const rows = (await ctx.db
        .select(columns)
        .from(table as PgTable)
        .where(inSite(ctx, inArray(table.id, [...ids])))) as R[]
      const shown = await views(ctx, rows)
      return new Map(rows.map((row, index) => [row.id, shown[index] as Output<E>]))
    },
  }
  registerResource(entity.name, resource as unknown as Resource<Entity>)
  return resource
}

/** Refuses the deletion of something that is still used. */
export function inUse(noun: string, by: string): Error {
  return invalid('id', `names a ${noun} that is in use by ${by}`)
}
