import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readFile, realpath, rmdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { canUse, resolveServiceAccount, type ServiceAccount } from './service-account.ts'

const SHARED_STATE_DIRECTORY = '/var/lib/parley'
/** A socket's path may have 107 bytes; PostgreSQL adds `/.s.PGSQL.5432.lock`. A plain alphabet needs no quoting. */
const SAFE_SOCKET_DIRECTORY = /^[\w./-]{1,80}$/

/** Where one data directory's PostgreSQL keeps everything, and who runs it. */
export interface PostgresHome {
  readonly directory: string
  readonly cluster: string
  readonly socketDirectory: string
  readonly logFile: string
  readonly account: ServiceAccount | undefined
}

/** Chooses and prepares the home: `<dataDir>/postgres`, or below /var/lib/parley where PostgreSQL's user cannot get in. */
export async function prepareHome(dataDir: string, log: (line: string) => void): Promise<PostgresHome> {
  await mkdir(dataDir, { recursive: true })
  const base = await realpath(resolve(dataDir))
  const pointer = join(base, 'postgres.location')
  const known = await readPointer(pointer)
  const local = join(base, 'postgres')
  const account = await resolveServiceAccount([join(known ?? local, 'cluster')], log)
  const directory = known ?? (await chooseDirectory(local, pointer, account, log))
  await own(directory, account)
  const socketDirectory = socketDirectoryOf(directory)
  await makePrivate(socketDirectory, account)
  return {
    directory,
    cluster: join(directory, 'cluster'),
    socketDirectory,
    logFile: join(directory, 'postgres.log'),
    account,
  }
}

/** Leaves nothing behind in the directory for temporary files. */
export async function removeSocketDirectory(home: PostgresHome): Promise<void> {
  await rmdir(home.socketDirectory).catch(() => undefined)
}

async function readPointer(pointer: string): Promise<string | undefined> {
  const text = await readFile(pointer, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const directory = text.trim()
  if (await isDirectory(directory)) return directory
  throw new Error(
    `The database was kept in ${directory}, which is gone. Restore it, or remove ${pointer} to begin with an empty one.`,
  )
}

async function chooseDirectory(
  local: string,
  pointer: string,
  account: ServiceAccount | undefined,
  log: (line: string) => void,
): Promise<string> {
  const isNew = !(await isDirectory(join(local, 'cluster')))
  await mkdir(local, { recursive: true, mode: 0o700 })
  await own(local, account)
  if (canUse(account, local)) return local
  if (!isNew || !account) {
    throw new Error(
      `PostgreSQL's user cannot enter ${local}: check the owner and mode of it and of the directories above`,
    )
  }
  await rmdir(local).catch(() => undefined)
  return chooseElsewhere(local, pointer, log)
}

/** The name is random, so that a new clone at an old path never meets the old one's database; the pointer remembers it. */
async function chooseElsewhere(local: string, pointer: string, log: (line: string) => void): Promise<string> {
  const origin = createHash('sha256').update(local).digest('hex').slice(0, 12)
  const directory = join(SHARED_STATE_DIRECTORY, `${origin}-${randomBytes(4).toString('hex')}`)
  await mkdir(SHARED_STATE_DIRECTORY, { recursive: true })
  await chmod(SHARED_STATE_DIRECTORY, 0o755)
  await mkdir(directory, { mode: 0o700 })
  await writeFile(pointer, `${directory}\n`, { flag: 'wx' })
  log(`PostgreSQL's user cannot enter ${local}; the database is kept in ${directory}`)
  return directory
}

function socketDirectoryOf(directory: string): string {
  const inside = join(directory, 'run')
  if (SAFE_SOCKET_DIRECTORY.test(inside)) return inside
  return join(tmpdir(), `parley-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`)
}

/** Whoever can reach the socket is the database's administrator, so a directory that another user planted is refused. */
async function makePrivate(directory: string, account: ServiceAccount | undefined): Promise<void> {
  const made = await mkdir(directory, { mode: 0o700 }).then(
    () => true,
    () => false,
  )
  if (made) await own(directory, account)
  const found = await lstat(directory)
  const owner = account?.uid ?? process.getuid?.() ?? found.uid
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new Error(`${directory} must be a directory that only PostgreSQL's user can enter; remove it`)
  }
}

async function own(directory: string, account: ServiceAccount | undefined): Promise<void> {
  if (account) await chown(directory, account.uid, account.gid)
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
