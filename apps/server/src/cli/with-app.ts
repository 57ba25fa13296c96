import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Config, readConfig } from '../config.ts'
import type { App } from '../context.ts'
import { type Database, openDatabase } from '../db/db.ts'
import { migrateDatabase } from '../db/migrate.ts'
import { localBus } from '../events/event-bus.ts'
import { errorForLog } from '../platform/logging/error-for-log.ts'
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts'

/** The caller asked for something that makes no sense; the message says what. */
export class UsageError extends Error {}

/** One command of the command line. */
export interface Command {
  readonly help: string
  readonly options: Readonly<Record<string, { type: 'string' | 'boolean' }>>
  /** prints JSON even without --json, because scripts read it */
  readonly isAlwaysJson?: boolean
  run(app: App, values: Readonly<Record<string, string | undefined>>): Promise<unknown>
  show(result: unknown): string
}

/** Runs work with the database of the installation: that of a running server, else one started for the moment. */
export async function withApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const { url, stop } = await reachDatabase(config)
  const database = openDatabase(url, { onError: () => undefined, max: 4 })
  try {
    await migrateDatabase(database)
    return await work(appOf(config, database))
  } finally {
    await database.close()
    await stop()
  }
}

async function reachDatabase(config: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  const stop = async () => undefined
  if (config.databaseUrl) return { url: config.databaseUrl, stop }
  const running = runningDatabase(config.dataDir)
  if (running) return { url: running, stop }
  return startEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => console.error(line) })
}

/** Where a running server leaves the address of its database; the file goes when the server stops. */
export const databaseUrlFile = (dataDir: string) => join(dataDir, 'database.url')

function runningDatabase(dataDir: string): string | undefined {
  const file = databaseUrlFile(dataDir)
  if (!existsSync(file)) return undefined
  const [url, pid] = readFileSync(file, 'utf8').trim().split('\n')
  return url && pid && isAlive(Number(pid)) ? url : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function appOf(config: Config, database: Database): App {
  const log = pino({ level: 'warn', serializers: { err: errorForLog } }, process.stderr)
  return {
    config,
    database,
    log,
    bus: localBus((err) => log.error({ err }, 'a listener failed')),
    now: () => new Date(),
    publicUrl: () => config.publicUrl ?? `http://localhost:${config.port}`,
  }
}
