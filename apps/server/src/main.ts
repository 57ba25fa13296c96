import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { pino } from 'pino'
import { startServer } from './app.ts'
import { databaseUrlFile } from './cli/with-app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import type { App } from './context.ts'
import { NewerDatabaseError } from './db/migrate.ts'
import { ensureFirstSite, type FirstLogin } from './first-start.ts'
import { errorForLog } from './platform/logging/error-for-log.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/postgres/embedded-postgres.ts'

const say = (line = '') => void process.stdout.write(`${line}\n`)

/** How long a stop may take (ms) before the process ends anyway. */
const SHUTDOWN_LIMIT_MS = 15_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o755 })
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel
  const log = pino({ level, serializers: { err: errorForLog } }, process.stderr)
  const postgres = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: config.dataDir, log: say })
  const databaseUrl = config.databaseUrl ?? (postgres as EmbeddedPostgres).url
  let login: FirstLogin | undefined
  const prepare = async (app: App) => {
    login = await ensureFirstSite(app)
  }
  const server = await startServer({ config, databaseUrl, log, prepare })
  // lets the command line work beside a running server
  const urlFile = databaseUrlFile(config.dataDir)
  writeFileSync(urlFile, `${databaseUrl}\n${process.pid}\n`, { mode: 0o600 })
  if (login) greet(config, server.app.publicUrl(), login)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref()
    rmSync(urlFile, { force: true })
    await server.close()
    await postgres?.stop()
    process.exitCode = 0
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

function greet(config: Config, url: string, login: FirstLogin): void {
  say()
  say(`  Agent Console   ${url}/console`)
  say(`  Control Panel   ${url}/panel`)
  if (config.isDemo) say(`  Demo shop       ${url}/demo/`)
  say(`  REST API        ${url}/api/v3   (reference: ${url}/docs)`)
  say()
  say(`  Sign in with    site ${login.siteId}, ${login.email}${login.password ? `, password ${login.password}` : ''}`)
  say()
  say(`Parley is ready on ${url}`)
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof NewerDatabaseError) process.stderr.write(`${error.message}\n`)
  else
    process.stderr.write(
      `Parley could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
  process.exit(1)
})
