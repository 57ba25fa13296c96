import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasRedis, type RedisServer, startRedis } from '../../test/redis-server.ts'
import type { DomainEvent } from './domain-events.ts'
import type { EventBus } from './event-bus.ts'
import { redisBus } from './redis-bus.ts'

/** A bus that keeps what it hears, and what goes wrong. */
async function listening(url: string, channel?: string) {
  const heard: DomainEvent[] = []
  const errors: unknown[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const bus: EventBus = await redisBus(url, { onError: (e) => errors.push(e), ...(channel ? { channel } : {}) })
  bus.subscribe((event) => {
    heard.push(event)
    for (const one of waiting) if (heard.length >= one.count) one.resolve()
  })
  const untilHeard = (count: number) =>
    new Promise<void>((resolve) => {
      if (heard.length >= count) resolve()
      else waiting.push({ count, resolve })
    })
  return { bus, heard, errors, untilHeard }
}

const status = (agentId: number): DomainEvent => ({ type: 'agent.status', siteId: 10_000, agentId, status: 'Online' })

describe.skipIf(!hasRedis)('events between processes (needs redis-server or valkey-server)', () => {
  let redis: RedisServer
  const opened: EventBus[] = []

  const open = async (channel?: string) => {
    const one = await listening(redis.url, channel)
    opened.push(one.bus)
    return one
  }

  beforeAll(async () => {
    redis = await startRedis()
  })

  afterAll(async () => {
    for (const bus of opened) await bus.close()
    await redis.stop()
  })

  test('every process hears every event once and in order, its own at once', async () => {
    const [one, two, three] = [await open(), await open(), await open()]
    one.bus.publish(status(1))
    expect(one.heard).toEqual([status(1)])
    for (let agentId = 2; agentId <= 50; agentId++) one.bus.publish(status(agentId))
    await Promise.all([two.untilHeard(50), three.untilHeard(50)])
    two.bus.publish(status(51))
    await Promise.all([one.untilHeard(51), three.untilHeard(51)])
    const all = Array.from({ length: 51 }, (_, i) => status(i + 1))
    for (const { heard } of [one, two, three]) expect(heard).toEqual(all)
  })

  test('installations on different channels do not hear each other, and nonsense is ignored', async () => {
    const [ours, theirs, ours2] = [await open('ours'), await open('theirs'), await open('ours')]
    const raw = createClient({ url: redis.url })
    await raw.connect()
    for (const text of ['nonsense', 'null', '{}', '{"from":1}', '[]']) await raw.publish('ours', text)
    ours.bus.publish(status(1))
    await ours2.untilHeard(1)
    expect(ours2.heard).toEqual([status(1)])
    expect(theirs.heard).toEqual([])
    raw.destroy()
  })

  test('a lost server does not stop the process; when it is back, all are told of the gap and news go on', async () => {
    const [one, two] = [await open(), await open()]
    const told = Promise.all([one, two].map(({ bus }) => new Promise<void>((resolve) => bus.onGap?.(resolve))))
    await redis.stop()
    one.bus.publish(status(1))
    expect(one.heard).toEqual([status(1)])
    await redis.start()
    await told
    await expect
      .poll(
        () => {
          one.bus.publish(status(2))
          return two.heard.length
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0)
    expect(two.heard).not.toContainEqual(status(1))
    expect(one.errors.length).toBeGreaterThan(0)
  })
})
