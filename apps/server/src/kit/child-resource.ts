import type { Create, Entity, Output, Update } from '@parley/contract'
import { eq, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { AgentContext } from '../context.ts'
import { notFound } from '../lib/app-error.ts'
import type { Id, Resource, Row } from './resource.ts'

export interface ChildSpec {
  /** the property of the row that holds the parent's id */
  readonly parentKey: string
  readonly parentColumn: PgColumn
  /** Throws not_found when there is no such parent on the site. */
  checkParent(ctx: AgentContext, parentId: Id): Promise<void>
}

/** The operations of a resource that lies below another one: under another parent a child is not found. */
export interface ChildResource<E extends Entity> {
  list(ctx: AgentContext, parentId: Id, options?: { include?: readonly string[]; where?: SQL }): Promise<Output<E>[]>
  get(ctx: AgentContext, parentId: Id, id: Id, include?: readonly string[]): Promise<Output<E>>
  create(ctx: AgentContext, parentId: Id, body: Create<E>): Promise<Output<E>>
  update(ctx: AgentContext, parentId: Id, id: Id, body: Update<E>): Promise<Output<E>>
  remove(ctx: AgentContext, parentId: Id, id: Id): Promise<void>
}

/** Puts a resource below a parent. */
export function createChildResource<E extends Entity, R extends Row>(
  resource: Resource<E, R>,
  spec: ChildSpec,
): ChildResource<E> {
  async function checkChild(ctx: AgentContext, parentId: Id, id: Id): Promise<void> {
    const row: Row = await resource.getRow(ctx, id)
    if (row[spec.parentKey] !== parentId) throw notFound(resource.spec.noun)
  }
  return {
    async list(ctx, parentId, { include } = {}) {
      await spec.checkParent(ctx, parentId)
      return resource.list(ctx, { where: eq(spec.parentColumn, parentId), ...(include ? { include } : {}) })
    },
    async get(ctx, parentId, id, include) {
      await checkChild(ctx, parentId, id)
      return resource.get(ctx, id, include)
    },
    async create(ctx, parentId, body) {
      await spec.checkParent(ctx, parentId)
      return resource.create(ctx, body, { [spec.parentKey]: parentId } as Partial<R>)
    },
    async update(ctx, parentId, id, body) {
      await checkChild(ctx, parentId, id)
      return resource.update(ctx, id, body)
    },
    async remove(ctx, parentId, id) {
      await checkChild(ctx, parentId, id)
      await resource.remove(ctx, id)
    },
  }
}
