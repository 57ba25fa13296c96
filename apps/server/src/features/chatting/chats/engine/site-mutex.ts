import type { App } from '../../../../context.ts'

const queues = new WeakMap<App, Map<number, Promise<unknown>>>()

/**
 * Runs the site's state changes of this process one after the other. The database's lock would do that as well, but
 * then every one that waits would hold a connection of the pool, and messages would find none.
 */
export function inTurnOfSite<T>(app: App, siteId: number, work: () => Promise<T>): Promise<T> {
  const sites = queues.get(app) ?? new Map<number, Promise<unknown>>()
  queues.set(app, sites)
  const mine = (sites.get(siteId) ?? Promise.resolve()).then(work)
  const settled = mine.catch(() => undefined)
  sites.set(siteId, settled)
  void settled.then(() => {
    if (sites.get(siteId) === settled) sites.delete(siteId)
  })
  return mine
}
