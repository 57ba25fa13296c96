import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Prints what happens to it, drains on the first signal, and exits with a code of its own. */
const SERVER = `
process.on('SIGINT', () => { console.log('SIGINT'); setTimeout(() => process.exit(7), 300) })
process.on('SIGTERM', () => { console.log('SIGTERM'); setTimeout(() => process.exit(7), 300) })
setInterval(() => {}, 60_000)
const started: string = 'started'
console.log(started)`

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-run-'))
  await writeFile(join(directory, 'server.ts'), SERVER)
})

afterAll(() => rm(directory, { recursive: true }))

describe('a script started under Node 24', () => {
  test('passes its exit code on', async () => {
    const { runner, lines } = await start()
    runner.kill('SIGTERM')
    expect(await once(runner, 'exit')).toEqual([7, null])
    expect(await lines).toEqual(['started', 'SIGTERM'])
  })

  test('hears of Ctrl-C once, though npm repeats it', async () => {
    const { runner, lines } = await start()
    runner.kill('SIGINT')
    runner.kill('SIGTERM')
    await once(runner, 'exit')
    expect(await lines).toHaveLength(2)
  })

  test('stops when its starter is killed', async () => {
    const { runner, lines } = await start()
    runner.kill('SIGKILL')
    expect(await lines).toEqual(['started', 'SIGTERM'])
  })
})

/** `lines` resolves when the script, the last holder of the pipe, has ended. */
async function start(): Promise<{ runner: ChildProcess; lines: Promise<string[]> }> {
  const args = [join(import.meta.dirname, 'node24.mjs'), join(directory, 'server.ts')]
  const runner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const seen: string[] = []
  const reader = createInterface(runner.stdout).on('line', (line) => seen.push(line))
  const lines = once(reader, 'close').then(() => seen)
  await once(reader, 'line')
  return { runner, lines }
}
