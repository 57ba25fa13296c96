import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Binaries } from './binaries.ts'
import type { PostgresHome } from './home.ts'
import { asAccount } from './service-account.ts'

/** Name of the only database role and of the only database: the socket's directory is what keeps others out. */
export const DATABASE_NAME = 'parley'
/** The file that PostgreSQL makes in its socket directory. */
export const SOCKET_NAME = '.s.PGSQL.5432'

const UNFINISHED = 'cluster.unfinished-'
const ROOMY_MEMORY_BYTES = 4 * 1024 ** 3

/** Marks this cluster's processes in the process list. */
export function clusterName(home: PostgresHome): string {
  return `parley-${createHash('sha256').update(home.cluster).digest('hex').slice(0, 16)}`
}

/** The settings, given at each start so that a new release of Parley can change them. */
export function postgresArguments(home: PostgresHome): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: home.socketDirectory,
    unix_socket_permissions: '0700',
    cluster_name: clusterName(home),
    max_connections: '200',
    shared_buffers: totalmem() >= ROOMY_MEMORY_BYTES ? '256MB' : '128MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  }
  return ['-D', home.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Makes the cluster unless it exists. It is built aside and renamed, so that one that is there is always whole. */
export async function ensureCluster(
  home: PostgresHome,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<void> {
  for (const name of await readdir(home.directory)) {
    if (name.startsWith(UNFINISHED)) await rm(join(home.directory, name), { recursive: true, force: true })
  }
  if (await isInitialised(home.cluster)) return

  log(`Creating the database in ${home.cluster}`)
  const unfinished = join(home.directory, `${UNFINISHED}${process.pid}`)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${DATABASE_NAME}`, '--auth=trust', '--no-instructions']
  await run(home, binaries.initdb, ['-D', unfinished, ...locale, ...access], '')
  await run(home, binaries.postgres, ['--single', '-D', unfinished, 'postgres'], `CREATE DATABASE ${DATABASE_NAME}\n`)
  await rename(unfinished, home.cluster)
  await syncDirectory(home.directory)
}

/** Without it a power cut could undo the rename, and the next start would take the cluster for an unfinished one. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  await handle.sync().finally(() => handle.close())
}

async function isInitialised(cluster: string): Promise<boolean> {
  return stat(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

async function run(home: PostgresHome, program: string, args: readonly string[], input: string): Promise<void> {
  const child = spawn(program, args, { ...asAccount(home.account), stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  child.stdin.on('error', () => undefined).end(input)
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  if (code !== 0) throw new Error(`${program} failed: ${errors.trim() || output.trim()}`)
}
