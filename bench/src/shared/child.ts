import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const PROBE = './bench/src/shared/memory-probe.ts'
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000
const POLL_MS = 50
const KEPT_COMPLAINTS = 4_000
const ROOT = resolve(import.meta.dirname, '../../..')

/** A server in a process of its own. */
export interface Child {
  readonly url: string
  /** Bytes of resident memory when all garbage is collected. */
  residentBytes(): Promise<number>
  /** The end of what it wrote to its error output. */
  complaints(): string
  stop(): Promise<void>
}

/** Runs a script of this repository with `PORT` set to a free port, until it answers on a path. */
export async function startChild(
  script: string,
  options: { readonly env: Readonly<Record<string, string>>; readonly readyPath: string },
): Promise<Child> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--expose-gc', '--import', PROBE, script], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, HOST: '127.0.0.1', ...options.env, PORT: String(port) },
  })
  let errors = ''
  child.stderr?.on('data', (data) => {
    errors = (errors + String(data)).slice(-KEPT_COMPLAINTS)
  })
  const complaints = () => errors.trim()
  const url = `http://127.0.0.1:${port}`
  const stop = () => stopChild(child)
  try {
    await ready(child, script, url + options.readyPath)
  } catch (error) {
    await stop()
    throw new Error(`${error instanceof Error ? error.message : error}\n${complaints()}`)
  }
  return { url, residentBytes: () => residentBytes(child), complaints, stop }
}

async function residentBytes(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message')
  child.send('memory')
  const [bytes] = (await answer) as [number]
  return bytes
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

async function ready(child: ChildProcess, script: string, address: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`${script} ended with code ${child.exitCode}`)
    const isReady = await fetch(address).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return
    await delay(POLL_MS)
  }
  throw new Error(`${script} was not ready within ${START_LIMIT_MS / 1000} s`)
}

/** Ends a child process, by force if it takes its time. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await ended
  clearTimeout(force)
}
