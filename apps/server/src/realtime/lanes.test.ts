import { expect, test } from 'vitest'
import { Lanes } from './lanes.ts'

function tasks() {
  const lanes = new Lanes()
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const run = (lane: string | undefined, name: string) =>
    lanes.run(lane, async () => {
      log.push(`${name} begins`)
      await new Promise<void>((resolve) => ends.set(name, resolve))
      log.push(`${name} ends`)
    })
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { run, end, log }
}

test('CMD-5 a lane keeps its order, and lanes do not wait for each other', async () => {
  const { run, end, log } = tasks()
  run('a', 'a1')
  run('a', 'a2')
  run('b', 'b1')
  expect(log).toEqual(['a1 begins', 'b1 begins'])
  await end('a1')
  expect(log).toEqual(['a1 begins', 'b1 begins', 'a1 ends', 'a2 begins'])
})

test('CMD-5 a task without a lane goes before everything that comes later', async () => {
  const { run, end, log } = tasks()
  run('a', 'a1')
  run(undefined, 'hello')
  run('a', 'a2')
  run('b', 'b1')
  expect(log).toEqual(['a1 begins', 'hello begins'])
  await end('hello')
  expect(log.slice(2)).toEqual(['hello ends', 'b1 begins'])
  await end('a1')
  expect(log.slice(4)).toEqual(['a1 ends', 'a2 begins'])
})
