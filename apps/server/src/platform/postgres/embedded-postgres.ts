import { chown } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { resolveBinaries } from './binaries.ts'
import { DATABASE_NAME, ensureCluster } from './cluster.ts'
import { lockDirectory } from './data-lock.ts'
import { type PostgresHome, prepareHome, removeSocketDirectory } from './home.ts'
import { stopLeftovers } from './leftovers.ts'
import { type Postmaster, startPostmaster } from './postmaster.ts'

const LOCK_WAIT_MS = 10_000
const RESTART_PAUSE_MS = 500
const LONGEST_RESTART_PAUSE_MS = 10_000

/** A PostgreSQL of our own on a data directory, kept running until it is stopped. */
export interface EmbeddedPostgres {
  /** For `pg`: a Unix socket's directory as the query parameter `host`; there is no TCP port. It never changes. */
  readonly url: string
  /** Close the pools first: this disconnects every client. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on `dataDir`, making the database at the first start, and starts it again whenever it dies.
 * Refuses a directory that another live server uses (after `lockWaitMs`, in case that one is just stopping).
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string
  readonly log: (line: string) => void
  readonly lockWaitMs?: number
}): Promise<EmbeddedPostgres> {
  const { dataDir, log, lockWaitMs = LOCK_WAIT_MS } = options
  const home = await prepareHome(dataDir, log)
  const lock = await lockDirectory(home.directory, {
    waitMs: lockWaitMs,
    onWait: () => log(`Waiting for another Parley server to release ${home.directory}`),
  })
  try {
    await shareWithAccount(home)
    const binaries = await resolveBinaries(home.directory, home.account, log)
    await ensureCluster(home, binaries, log)
    const stopping = new AbortController()
    const launch = async (): Promise<Postmaster> => {
      await stopLeftovers(home, log)
      return startPostmaster(home, binaries, { log, signal: stopping.signal })
    }
    const supervisor = supervise(await launch(), launch, { log, signal: stopping.signal })
    return {
      url: `postgresql://${DATABASE_NAME}@/${DATABASE_NAME}?host=${encodeURIComponent(home.socketDirectory)}`,
      async stop() {
        stopping.abort()
        await supervisor
        await removeSocketDirectory(home)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Root's lock files must not keep out the owner of the data, should that user start the server next time. */
async function shareWithAccount(home: PostgresHome): Promise<void> {
  if (!home.account) return
  for (const name of ['server.lock', 'server.pid']) {
    await chown(join(home.directory, name), home.account.uid, home.account.gid)
  }
}

/** Resolves when `signal` has been aborted and the last PostgreSQL has ended. */
async function supervise(
  first: Postmaster,
  launch: () => Promise<Postmaster>,
  options: { readonly log: (line: string) => void; readonly signal: AbortSignal },
): Promise<void> {
  const { log, signal } = options
  const aborted = new Promise<'stop'>((resolve) => signal.addEventListener('abort', () => resolve('stop')))
  let current: Postmaster | undefined = first
  let pause = 0
  while (!signal.aborted) {
    const reason: string = current ? await Promise.race([current.ended, aborted]) : 'no start'
    if (signal.aborted) break
    if (current) log(`PostgreSQL ended (${reason}); starting it again`)
    await delay(pause, undefined, { signal }).catch(() => undefined)
    current = await launch().catch((error: unknown) => {
      if (!signal.aborted) log(error instanceof Error ? error.message : String(error))
      return undefined
    })
    pause = current ? 0 : Math.min(pause * 2 + RESTART_PAUSE_MS, LONGEST_RESTART_PAUSE_MS)
  }
  await current?.stop()
}
