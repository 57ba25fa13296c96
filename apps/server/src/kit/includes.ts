import type { Context } from '../context.ts'
import { includedViews } from './references.ts'
import type { Id } from './resource.ts'

/** What an `include` token adds: the objects whose ids a property holds. */
export interface Include {
  readonly entity: string
  /** the property that holds the id, or the list of ids */
  readonly ids: string
  /** the property that is added */
  readonly into: string
}

type View = Record<string, unknown>

/** Adds what was asked for: one batched load per token, whatever the number of objects. */
export async function addIncludes(
  ctx: Context,
  includes: Readonly<Record<string, Include>>,
  views: readonly View[],
  tokens: readonly string[],
): Promise<void> {
  for (const token of new Set(tokens)) {
    const include = includes[token]
    if (!include) continue
    const wanted = new Set(views.flatMap((view) => [view[include.ids] ?? []].flat() as Id[]))
    const loaded = await includedViews(ctx, include.entity, [...wanted])
    for (const view of views) {
      const held = view[include.ids]
      if (Array.isArray(held)) view[include.into] = held.flatMap((id) => loaded.get(id) ?? [])
      else view[include.into] = loaded.get(held as Id) ?? null
    }
  }
}
