import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../test/engine-app.ts'
import { type EngineSite, engineSite, type TestAgent } from '../../../../test/engine-site.ts'
import { autoDistributions, siteSettings } from '../../../db/schema/index.ts'
import type { AppError } from '../../../lib/app-error.ts'
import { contextFor } from '../../../request-context.ts'
import { acceptChat } from '../chats/commands/accept-chat.ts'
import { endChat } from '../chats/commands/end-chat.ts'
import { runningChatsFor } from '../chats/commands/running-chats.ts'

let engine: EngineApp
let other: EngineApp
beforeAll(async () => {
  engine = await engineApp()
  other = engine.another()
})
afterAll(async () => {
  await other.close()
  await engine.close()
})

const REQUESTS = 200

/** Runs some work while the chats each agent has are counted again and again; returns the most ever seen. */
async function mostWhile(site: EngineSite, work: Promise<unknown>): Promise<number> {
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  let most = 0
  do {
    const { rows } = await other.app.database.pool.query<{ n: number }>(
      `select count(*)::int as n from chats where site_id = $1 and state = 'active' group by agent_id`,
      [site.siteId],
    )
    most = Math.max(most, ...rows.map((row) => row.n))
  } while (!isDone)
  await done
  return most
}

/** 200 visitors ask at once, half of them through another process; some leave again, some chats are ended. */
async function rush(site: EngineSite, agents: readonly TestAgent[], seed: readonly number[]): Promise<void> {
  await Promise.all(
    Array.from({ length: REQUESTS }, async (_, n) => {
      const visitor = await site.addVisitor()
      const ctx = n % 2 ? visitor.ctx : contextFor(other.app, visitor.ctx.caller)
      const chat = await site.request({ ...visitor, ctx })
      const choice = seed[n % seed.length] ?? 0
      if (choice === 0) await endChat(ctx, chat.id)
      if (choice === 1) await takeAll(agents[n % agents.length] as TestAgent)
    }),
  )
}

/** Takes everything on offer, from two processes at once. */
async function takeAll(agent: TestAgent): Promise<void> {
  const offers = (await runningChatsFor(agent.ctx, 'mine')).filter((chat) => chat.state === 'offered')
  const second = contextFor(other.app, agent.ctx.caller)
  const ids = offers.slice(0, 6).map((chat) => chat.id)
  const attempts = ids.flatMap((id, n) => [acceptChat(agent.ctx, id), acceptChat(second, ids.at(-1 - n) ?? id)])
  for (const result of await Promise.allSettled(attempts)) {
    if (result.status === 'rejected') expect((result.reason as AppError).error).toBe('conflict')
  }
}

const worlds = fc.record({
  limit: fc.integer({ min: 1, max: 4 }),
  agents: fc.integer({ min: 1, max: 4 }),
  method: fc.constantFrom('loadBanlancing', 'roundRobin', 'capabilityWeighted'),
  seed: fc.array(fc.nat(3), { minLength: 5, maxLength: 12 }),
})

async function siteOf(isAutomatic: boolean, world: { limit: number; agents: number; method: string }) {
  const site = await engineSite(engine)
  const { db } = engine.app.database
  await db
    .update(autoDistributions)
    .set({ maxConcurrentChatsForAllAgents: world.limit, autoDistributionMethod: world.method })
    .where(eq(autoDistributions.siteId, site.siteId))
  await db
    .update(siteSettings)
    .set({ isAutoDistributionEnabled: isAutomatic })
    .where(eq(siteSettings.siteId, site.siteId))
  const agents: TestAgent[] = []
  for (let n = 1; n <= world.agents; n++) agents.push(await site.addAgent(`Agent ${n}`))
  return { site, agents }
}

test.each([
  ['on', true],
  ['off', false],
] as const)(
  'with distribution %s a limit is never exceeded, whatever 200 visitors do at once',
  async (_, isAutomatic) => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { site, agents } = await siteOf(isAutomatic, world)
        const most = await mostWhile(site, rush(site, agents, world.seed))
        expect(most).toBeLessThanOrEqual(world.limit)

        // and nobody waits while a place is free
        if (!isAutomatic) for (const agent of agents) await takeAll(agent)
        const running = await runningChatsFor((agents[0] as TestAgent).ctx, 'site')
        const active = running.filter((chat) => chat.state === 'active').length
        if (running.length > active) expect(active).toBe(world.limit * world.agents)
      }),
      { numRuns: 2 },
    )
    expect([...engine.faults, ...other.faults]).toEqual([])
  },
  120_000,
)

test('who accepts twenty offers at once, through two processes, gets as many as the limit allows', async () => {
  for (const limit of [1, 3]) {
    const { site, agents } = await siteOf(false, { limit, agents: 1, method: 'loadBanlancing' })
    const [agent] = agents as [TestAgent]
    const second = contextFor(other.app, agent.ctx.caller)
    const chats = await Promise.all(Array.from({ length: 20 }, () => site.request()))
    const results = await Promise.allSettled(chats.map((chat, n) => acceptChat(n % 2 ? agent.ctx : second, chat.id)))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(limit)
    expect(await runningChatsFor(agent.ctx, 'mine')).toHaveLength(limit)
  }
})
