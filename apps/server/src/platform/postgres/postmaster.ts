import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { postgresArguments } from './cluster.ts'
import type { PostgresHome } from './home.ts'
import { asAccount } from './service-account.ts'

const READY_POLL_MS = 10
const SAY_SO_AFTER_MS = 5_000
const QUIT_AFTER_MS = 20_000
const LOG_TAIL_LINES = 12
const LOG_LIMIT_BYTES = 10 * 1024 * 1024

/** One run of PostgreSQL's main process. */
export interface Postmaster {
  /** Resolves with the reason when the process has ended, whoever ended it. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** Starts PostgreSQL on an existing cluster and resolves when it accepts connections; aborting stops it again. */
export async function startPostmaster(
  home: PostgresHome,
  binaries: Binaries,
  options: { readonly log: (line: string) => void; readonly signal: AbortSignal },
): Promise<Postmaster> {
  await rotateLog(home)
  const output = await open(home.logFile, 'a')
  if (home.account) await chown(home.logFile, home.account.uid, home.account.gid)
  // Detached, or Ctrl-C in a terminal would stop the database before the server has drained its requests.
  const child = spawn(binaries.postgres, postgresArguments(home), {
    ...asAccount(home.account),
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  await output.close()
  guard(child, home)
  child.unref()
  const postmaster = { ended, stop: () => stop(child) }
  await waitUntilReady(home, child, { ...options, postmaster })
  return postmaster
}

/** A shell that outlives a killed server just long enough to stop PostgreSQL, so that no process is left behind. */
function guard(child: ChildProcess, home: PostgresHome): void {
  if (child.pid === undefined) return
  const script = 'read -r line; kill -INT "$1"'
  const shell = spawn('/bin/sh', ['-c', script, 'parley-postgres-guard', String(child.pid)], {
    ...asAccount(home.account),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.on('error', () => undefined).unref()
  if (shell.stdin && 'unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref()
  child.once('exit', () => shell.kill('SIGKILL'))
}

async function waitUntilReady(
  home: PostgresHome,
  child: ChildProcess,
  options: { log: (line: string) => void; signal: AbortSignal; postmaster: Postmaster },
): Promise<void> {
  const startedAt = performance.now()
  let isPatient = true
  let reason: string | undefined
  options.postmaster.ended.then((why) => {
    reason = why
  })
  while (!(await isReady(home, child.pid))) {
    if (reason !== undefined) throw new Error(`PostgreSQL did not start (${reason})\n${await logTail(home)}`)
    if (options.signal.aborted) {
      await options.postmaster.stop()
      throw new Error('PostgreSQL was stopped before it was ready')
    }
    if (isPatient && performance.now() - startedAt > SAY_SO_AFTER_MS) {
      isPatient = false
      options.log(`PostgreSQL is still recovering; its log is ${home.logFile}`)
    }
    await delay(READY_POLL_MS)
  }
}

/** PostgreSQL writes its state into the eighth line of its process id file. */
async function isReady(home: PostgresHome, pid: number | undefined): Promise<boolean> {
  const text = await readFile(join(home.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  const exit = once(child, 'exit')
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), QUIT_AFTER_MS)
  await exit
  clearTimeout(impatience)
}

async function rotateLog(home: PostgresHome): Promise<void> {
  const size = await stat(home.logFile).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_LIMIT_BYTES) await rename(home.logFile, `${home.logFile}.1`)
}

async function logTail(home: PostgresHome): Promise<string> {
  const text = await readFile(home.logFile, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n')
}
