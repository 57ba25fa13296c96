import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { Config } from '../src/config.ts'
import type { App } from '../src/context.ts'
import { openDatabase } from '../src/db/db.ts'
import { localBus } from '../src/events/event-bus.ts'
import { freshDatabase } from './database.ts'

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now: Date
  forward(milliseconds: number): void
}

export interface EngineApp {
  readonly app: App
  readonly clock: TestClock
  /** what the database and the bus had to complain about */
  readonly faults: unknown[]
  /** another process on the same database, with the same clock and a bus of its own */
  another(): EngineApp
  close(): Promise<void>
}

/** What a process shares, on a fresh database, without HTTP: enough for commands, jobs and gateways. */
export async function engineApp(): Promise<EngineApp> {
  const { url, drop } = await freshDatabase()
  const clock: TestClock = {
    now: new Date(),
    forward: (milliseconds) => {
      clock.now = new Date(clock.now.getTime() + milliseconds)
    },
  }
  const engine = processOn(url, clock)
  const close = async () => {
    await engine.close()
    await drop()
  }
  return { ...engine, close }
}

function processOn(url: string, clock: TestClock): EngineApp {
  const faults: unknown[] = []
  const fault = (error: unknown) => void faults.push(error)
  const database = openDatabase(url, { onError: fault })
  const app: App = {
    config: testConfig(),
    database,
    bus: localBus(fault),
    log: pino({ level: 'silent' }),
    now: () => clock.now,
    publicUrl: () => 'http://127.0.0.1:4000',
  }
  const close = async () => {
    await app.bus.close()
    await database.close()
  }
  return { app, clock, faults, another: () => processOn(url, clock), close }
}

function testConfig(): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    dataDir: `/tmp/parley-${randomUUID()}`,
    databaseUrl: undefined,
    redisUrl: undefined,
    publicUrl: undefined,
    tls: undefined,
    trustProxy: false,
    allowHttp: false,
    adminEmail: 'admin@example.com',
    adminPassword: undefined,
    isDemo: false,
    allowPrivateTargets: false,
    dailyRequestLimit: 0,
    secretKey: Buffer.alloc(32, 7),
    logLevel: 'silent',
  }
}
