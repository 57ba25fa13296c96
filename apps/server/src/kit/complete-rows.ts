import type { Entity } from '@parley/contract'
import type { Context } from '../context.ts'
import { complete } from './complete.ts'
import type { Id, Row } from './resource.ts'

type Values = Record<string, unknown>

/** A `computed` hook that shows columns stored whole with every documented property of what they hold. */
export function completed(
  entity: Entity,
  names: readonly string[],
): (ctx: Context, rows: readonly Row[]) => Promise<ReadonlyMap<Id, Values>> {
  return async (_ctx, rows) =>
    new Map(
      rows.map((row) => {
        const shown = complete(entity, row)
        return [row.id, Object.fromEntries(names.map((name) => [name, shown[name]]))]
      }),
    )
}
