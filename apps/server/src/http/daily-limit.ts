import { sql } from 'drizzle-orm'
import type { App } from '../context.ts'
import { AppError } from '../lib/app-error.ts'

/**
 * Counts a site's API requests of the UTC day in the database, so that all processes count together, and refuses those
 * above the limit. Does nothing when there is no limit.
 */
export function dailyLimit(app: App): (siteId: number) => Promise<void> {
  const limit = app.config.dailyRequestLimit
  if (limit === 0) return async () => undefined
  return async (siteId) => {
    const day = app.now().toISOString().slice(0, 10)
    const { rows } = await app.database.db.execute(sql`
      insert into daily_usage (site_id, day, requests) values (${siteId}, ${day}, 1)
      on conflict (site_id, day) do update set requests = least(daily_usage.requests + 1, ${limit} + 1)
      returning requests`)
    if (Number(rows[0]?.requests) > limit) {
      throw new AppError(
        'daily_limit',
        `The site has used up its ${limit} API requests of today. The count starts again at 00:00 UTC.`,
      )
    }
  }
}
