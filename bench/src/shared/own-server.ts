import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000
const READY_POLL_MS = 50
const SITE_ID = 10000

/** Where a Parley is and who administers it. */
export interface Target {
  readonly url: string
  readonly siteId: number
  readonly email: string
  readonly password: string
}

/** A Parley of our own, empty, on a data directory that goes with it. */
export interface OwnServer extends Target {
  readonly pid: number
  readonly dataDir: string
  stop(): Promise<void>
}

/** Starts Parley on a free port and waits until it is ready. */
export async function startOwnServer(env: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const port = await freePort()
  const account = { email: 'bench@example.com', password: randomBytes(12).toString('base64url') }
  const child = spawn(process.execPath, ['apps/server/src/main.ts'], {
    cwd: resolve(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PARLEY_DATA_DIR: dataDir,
      PARLEY_ADMIN_EMAIL: account.email,
      PARLEY_ADMIN_PASSWORD: account.password,
      PARLEY_DEMO: '0',
      PARLEY_LOG_LEVEL: 'warn',
      ...env,
    },
  })
  const stop = async () => {
    await stopChild(child)
    await rm(dataDir, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  try {
    await ready(child, `${url}/health/ready`)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, siteId: SITE_ID, ...account, pid: child.pid ?? 0, dataDir, stop }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

async function ready(child: ChildProcess, address: string): Promise<void> {
  let errors = ''
  child.stderr?.on('data', (data) => {
    errors = (errors + String(data)).slice(-4_000)
  })
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`Parley ended with code ${child.exitCode}:\n${errors}`)
    const isReady = await fetch(address).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return
    await delay(READY_POLL_MS)
  }
  throw new Error(`Parley was not ready within ${START_LIMIT_MS / 1000} s:\n${errors}`)
}

/** Ends a child process, by force if it takes its time. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await ended
  clearTimeout(force)
}
