import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { listProcesses } from './process-list.ts'

const MODULE = join(import.meta.dirname, 'embedded-postgres.ts')
const isRoot = process.getuid?.() === 0
const cleanups: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

// Each test starts PostgreSQL at least once, on machines that may be busy.
describe('embedded PostgreSQL', { timeout: 60_000 }, () => {
  test('keeps its data over a stop and a start', async () => {
    const dataDir = await newDataDir()
    const first = await start(dataDir)
    await query(first.url, 'CREATE TABLE notes (body text)')
    await query(first.url, "INSERT INTO notes VALUES ('kept ✓')")
    await first.stop()

    const second = await start(dataDir)
    expect(await query(second.url, 'SELECT body FROM notes')).toEqual([{ body: 'kept ✓' }])
    expect(await query(second.url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
    expect(await query(second.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
  })

  test('comes back with its data after PostgreSQL was killed', async () => {
    const dataDir = await newDataDir()
    const restarted = Promise.withResolvers<void>()
    const postgres = await start(dataDir, (line) => {
      if (line.includes('SIGKILL')) restarted.resolve()
    })
    await query(postgres.url, 'CREATE TABLE notes AS SELECT 1 AS id')
    process.kill(await postmasterPid(dataDir), 'SIGKILL')
    await restarted.promise
    expect(await queryOnceUp(postgres.url, 'SELECT id FROM notes')).toEqual([{ id: 1 }])
  })

  test('ends with the server that was killed, and the next server finds the data', async () => {
    const dataDir = await newDataDir()
    const server = await startInChild(dataDir)
    await query(server.url, 'CREATE TABLE notes AS SELECT 1 AS id')
    const postmaster = await postmasterPid(dataDir)
    await killHard(server.child)
    const next = await start(dataDir)
    expect(await query(next.url, 'SELECT id FROM notes')).toEqual([{ id: 1 }])
    expect(isRunning(postmaster)).toBe(false)
  })

  test('stops a PostgreSQL that outlived its server', async () => {
    const dataDir = await newDataDir()
    const server = await startInChild(dataDir)
    await query(server.url, 'CREATE TABLE notes AS SELECT 1 AS id')
    const postmaster = await postmasterPid(dataDir)
    process.kill(guardPid(postmaster), 'SIGKILL')
    await killHard(server.child)
    expect(isRunning(postmaster)).toBe(true)

    const lines: string[] = []
    const next = await start(dataDir, (line) => lines.push(line))
    expect(lines).toContain('Stopping the PostgreSQL that an earlier server left behind')
    expect(isRunning(postmaster)).toBe(false)
    expect(await query(next.url, 'SELECT id FROM notes')).toEqual([{ id: 1 }])
  })

  test('starts after server and PostgreSQL were both killed, though their process ids are in use again', async () => {
    const dataDir = await newDataDir()
    const server = await startInChild(dataDir)
    await query(server.url, 'CREATE TABLE notes AS SELECT 1 AS id')
    const postmaster = await postmasterPid(dataDir)
    process.kill(guardPid(postmaster), 'SIGKILL')
    process.kill(postmaster, 'SIGKILL')
    await killHard(server.child)
    const pidFile = join(dataDir, 'postgres/cluster/postmaster.pid')
    const stale = await readFile(pidFile, 'utf8')
    await writeFile(pidFile, stale.replace(/^\d+/, String(process.pid)))

    const next = await start(dataDir)
    expect(await query(next.url, 'SELECT id FROM notes')).toEqual([{ id: 1 }])
  })

  test('refuses a directory that a live server uses, and says which', async () => {
    const dataDir = await newDataDir()
    const server = await startInChild(dataDir)
    const refused = startEmbeddedPostgres({ dataDir, log: () => undefined, lockWaitMs: 0 })
    await expect(refused).rejects.toThrow(`Another Parley server (process ${server.child.pid})`)
    expect(await query(server.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }])
  })

  test('begins again when creating the database was cut short', async () => {
    const dataDir = await newDataDir()
    const unfinished = join(dataDir, 'postgres/cluster.unfinished-1')
    await mkdir(unfinished, { recursive: true })
    await writeFile(join(unfinished, 'PG_VERSION'), '18\n')
    const postgres = await start(dataDir)
    expect(await query(postgres.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }])
  })

  test('accepts a long path with spaces and other letters', async () => {
    const dataDir = join(await newDataDir(), 'Größe, "quoted" & spaced'.repeat(5))
    const postgres = await start(dataDir)
    expect(await query(postgres.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }])
  })

  test('reports why PostgreSQL does not start', async () => {
    const dataDir = await newDataDir()
    await (await start(dataDir)).stop()
    await writeFile(join(dataDir, 'postgres/cluster/postgresql.conf'), 'no_such_setting = 1\n')
    await expect(start(dataDir)).rejects.toThrow('no_such_setting')
  })

  test.runIf(isRoot)('keeps data elsewhere when its user cannot enter the directory, and finds it again', async () => {
    const closed = await newDataDir()
    await chmod(closed, 0o700)
    const dataDir = join(closed, 'data')
    const lines: string[] = []
    const first = await start(dataDir, (line) => lines.push(line))
    const home = (await readFile(join(dataDir, 'postgres.location'), 'utf8')).trim()
    cleanups.unshift(() => rm(home, { recursive: true }))
    expect(lines).toContainEqual(expect.stringContaining(`the database is kept in ${home}`))
    await query(first.url, 'CREATE TABLE notes AS SELECT 1 AS id')
    await first.stop()

    const second = await start(dataDir)
    expect(await query(second.url, 'SELECT id FROM notes')).toEqual([{ id: 1 }])
  })
})

async function newDataDir(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'pg-'))
  await chmod(directory, 0o755)
  cleanups.push(() => rm(directory, { recursive: true }))
  return directory
}

async function start(dataDir: string, log: (line: string) => void = () => undefined): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log })
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= postgres.stop()
    return stopped
  }
  cleanups.push(stop)
  return { url: postgres.url, stop }
}

/** A server in a process of its own, which can be killed. */
async function startInChild(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `
    const { startEmbeddedPostgres } = await import(process.argv[1])
    const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2], log: () => undefined })
    process.stdout.write(postgres.url + '\\n')
    setInterval(() => undefined, 60_000)`
  const args = ['--input-type=module', '-e', script, MODULE, dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanups.push(async () => {
    await killHard(child)
    await vi.waitFor(
      () => expect(listProcesses().filter(({ command }) => command.includes(dataDir))).toEqual([]),
      30_000,
    )
  })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, url }
}

async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Connections are refused while PostgreSQL recovers; the test's own time limit ends an endless wait. */
async function queryOnceUp(url: string, sql: string): Promise<unknown[]> {
  for (;;) {
    const rows = await query(url, sql).catch(() => undefined)
    if (rows) return rows
  }
}

async function postmasterPid(dataDir: string): Promise<number> {
  const text = await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

/** The guard carries the process id it watches as its last argument. */
function guardPid(postmaster: number): number {
  const guard = listProcesses().find(({ command }) => command.trimEnd().endsWith(`parley-postgres-guard ${postmaster}`))
  if (!guard) throw new Error(`No guard watches process ${postmaster}`)
  return guard.pid
}

function isRunning(pid: number): boolean {
  return listProcesses().some((each) => each.pid === pid)
}
