import type { Page } from '@parley/contract'
import type { App } from '../context.ts'

export interface PageQuery {
  readonly pageIndex: number
  readonly pageSize: number
}

/** The rows a page begins with and how many it takes. */
export function rangeOf({ pageIndex, pageSize }: PageQuery): { limit: number; offset: number } {
  return { limit: pageSize, offset: (pageIndex - 1) * pageSize }
}

/** What a list found: how many there are in all, and those of the page. */
export interface Found<T> {
  readonly total: number
  readonly items: readonly T[]
}

/** A page object with links to its neighbours that keep the rest of the query. */
export function toPage<Total extends string, List extends string, T>(
  app: App,
  url: string,
  keys: { readonly total: Total; readonly list: List },
  query: PageQuery,
  { total, items }: Found<T>,
): Page<Total, List, T> {
  const link = (pageIndex: number) => {
    const to = new URL(url, app.publicUrl())
    for (const name of [...to.searchParams.keys()]) if (name.toLowerCase() === 'pageindex') to.searchParams.delete(name)
    to.searchParams.set('pageIndex', String(pageIndex))
    return to.href
  }
  const { pageIndex, pageSize } = query
  const last = Math.max(1, Math.ceil(total / pageSize))
  return {
    [keys.total]: total,
    nextPage: pageIndex < last ? link(pageIndex + 1) : '',
    previousPage: pageIndex > 1 ? link(Math.min(pageIndex - 1, last)) : '',
    [keys.list]: items,
  } as Page<Total, List, T>
}
