import { type SpawnOptions, spawnSync } from 'node:child_process'
import { stat } from 'node:fs/promises'

const ACCOUNT_NAME = 'postgres'

/** The operating system user that PostgreSQL runs as when the server itself is root, which PostgreSQL refuses. */
export interface ServiceAccount {
  readonly uid: number
  readonly gid: number
}

/** Undefined for an ordinary user; for root the owner of an existing cluster, or else the user `postgres`, made when missing. */
export async function resolveServiceAccount(
  clusters: readonly string[],
  log: (line: string) => void,
): Promise<ServiceAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined
  for (const cluster of clusters) {
    const owner = await stat(cluster).catch(() => undefined)
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  return lookUp() ?? create(log)
}

/** Options for every process of PostgreSQL: its user, nothing of our environment, and no hold on a directory. */
export function asAccount(account: ServiceAccount | undefined): SpawnOptions & { readonly env: NodeJS.ProcessEnv } {
  return { ...account, cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }
}

/** Whether the account can write in the directory; asked of the system, which knows every parent's mode and ACL. */
export function canUse(account: ServiceAccount | undefined, directory: string): boolean {
  const script = 'test -w "$1" && test -x "$1"'
  return spawnSync('/bin/sh', ['-c', script, 'sh', directory], asAccount(account)).status === 0
}

function lookUp(): ServiceAccount | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, ACCOUNT_NAME], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

function create(log: (line: string) => void): ServiceAccount {
  const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  const made = spawnSync('useradd', [...args, '--shell', '/bin/false', ACCOUNT_NAME], { encoding: 'utf8' })
  const account = lookUp()
  if (!account) {
    const why = made.error?.message ?? made.stderr.trim()
    throw new Error(
      `PostgreSQL does not run as root, and the user ${ACCOUNT_NAME} could not be created (${why}). ` +
        `Create it, start Parley as an ordinary user, or set DATABASE_URL.`,
    )
  }
  log(`Created the system user ${ACCOUNT_NAME}, because PostgreSQL does not run as root`)
  return account
}
