import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'

const RETRY_AFTER_MS = 50

/** The exclusive right to the database in one directory. */
export interface DataLock {
  release(): void
}

/**
 * Takes the lock of `directory`, waiting up to `waitMs` for a server that is just stopping.
 *
 * Node has no flock; an exclusive SQLite transaction on an empty file is a lock that the kernel releases however its
 * holder dies, so neither a reused process id nor a forgotten lock file can mislead the next start.
 */
export async function lockDirectory(
  directory: string,
  options: { readonly waitMs: number; readonly onWait: () => void },
): Promise<DataLock> {
  const holderFile = join(directory, 'server.pid')
  const giveUpAt = performance.now() + options.waitMs
  for (let attempt = 0; ; attempt += 1) {
    const lock = tryLock(join(directory, 'server.lock'))
    if (lock) {
      await writeFile(holderFile, `${process.pid}\n`)
      return lock
    }
    if (performance.now() >= giveUpAt) {
      const holder = await readFile(holderFile, 'utf8').catch(() => 'unknown')
      throw new Error(
        `Another Parley server (process ${holder.trim()}) is using the database in ${directory}. ` +
          'Stop it first, or give this one its own PARLEY_DATA_DIR.',
      )
    }
    if (attempt === 0) options.onWait()
    await delay(RETRY_AFTER_MS)
  }
}

function tryLock(file: string): DataLock | undefined {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (error instanceof Error && error.message.includes('locked')) return undefined
    throw new Error(`Cannot lock ${file}`, { cause: error })
  }
  return { release: () => database.close() }
}
