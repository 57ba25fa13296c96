import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { clusterName, SOCKET_NAME } from './cluster.ts'
import type { PostgresHome } from './home.ts'
import { listProcesses } from './process-list.ts'

const POLL_MS = 20
const QUIT_AFTER_MS = 10_000
const KILL_AFTER_MS = 15_000
const GIVE_UP_AFTER_MS = 30_000

interface Leftover {
  readonly pid: number
  readonly isPostmaster: boolean
}

/**
 * Ends whatever an earlier, killed server left running on the cluster, then removes its lock files.
 * The caller holds the data lock, so nothing found here belongs to a live server.
 */
export async function stopLeftovers(home: PostgresHome, log: (line: string) => void): Promise<void> {
  const startedAt = performance.now()
  let lastSignal: NodeJS.Signals | undefined
  for (;;) {
    const leftovers = findLeftovers(home)
    if (leftovers.length === 0) break
    const elapsed = performance.now() - startedAt
    if (elapsed > GIVE_UP_AFTER_MS) {
      throw new Error(`An earlier PostgreSQL does not stop: processes ${leftovers.map((each) => each.pid).join(', ')}`)
    }
    const signal = chooseSignal(leftovers, elapsed)
    if (signal !== lastSignal) {
      if (signal === 'SIGINT') log('Stopping the PostgreSQL that an earlier server left behind')
      for (const each of leftovers) if (each.isPostmaster || signal !== 'SIGINT') kill(each.pid, signal)
      lastSignal = signal
    }
    await delay(POLL_MS)
  }
  await rm(join(home.cluster, 'postmaster.pid'), { force: true })
  await rm(join(home.socketDirectory, SOCKET_NAME), { force: true })
  await rm(join(home.socketDirectory, `${SOCKET_NAME}.lock`), { force: true })
}

/** Backends whose postmaster is gone have nothing left to finish properly: recovery takes over, so they may quit at once. */
function chooseSignal(leftovers: readonly Leftover[], elapsed: number): NodeJS.Signals {
  if (elapsed > KILL_AFTER_MS) return 'SIGKILL'
  if (elapsed > QUIT_AFTER_MS || !leftovers.some((each) => each.isPostmaster)) return 'SIGQUIT'
  return 'SIGINT'
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in between, which is what was wanted.
  }
}

/** Matches command lines rather than process ids, which may be in use again by something else. */
function findLeftovers(home: PostgresHome): Leftover[] {
  const title = `postgres: ${clusterName(home)}: `
  return listProcesses().flatMap(({ pid, command }) => {
    const isPostmaster = command.includes(`/postgres -D ${home.cluster} `)
    return isPostmaster || command.startsWith(title) ? [{ pid, isPostmaster }] : []
  })
}
