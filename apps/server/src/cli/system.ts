import { sql } from 'drizzle-orm'
import { listSites } from '../features/account/site/site.repo.ts'
import { VERSION } from '../version.ts'
import type { Command } from './with-app.ts'

/** `migrate`, `doctor`. */
export const systemCommands: Record<string, Command> = {
  migrate: {
    help: 'Bring the database up to date',
    options: {},
    // every command migrates before it runs
    run: async () => ({ ok: true }),
    show: () => 'The database is up to date.',
  },
  doctor: {
    help: 'Look whether everything an installation needs is there',
    options: {},
    async run(app) {
      const { rows } = await app.database.db.execute(
        sql`select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes`,
      )
      const sites = await listSites(app.database.db)
      return {
        version: VERSION,
        node: process.version,
        database: rows[0]?.version,
        databaseBytes: rows[0]?.bytes,
        isDatabaseOurs: app.config.databaseUrl === undefined,
        sites: sites.length,
        publicUrl: app.publicUrl(),
      }
    },
    show: (result) =>
      Object.entries(result as object)
        .map(([name, value]) => `${name.padEnd(16)} ${value}`)
        .join('\n'),
  },
}
