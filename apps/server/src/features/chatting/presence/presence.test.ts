import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../test/engine-app.ts'
import { engineSite } from '../../../../test/engine-site.ts'
import type { Tx } from '../../../db/db.ts'
import { agents } from '../../../db/schema/index.ts'
import type { DomainEvent } from '../../../events/domain-events.ts'
import { startJobs } from '../../../jobs/start-jobs.ts'
import { sweep } from '../../../jobs/sweep.job.ts'
import { contextFor } from '../../../request-context.ts'
import { removeAgentTraces } from '../../account/agents/agent-traces.repo.ts'
import { runningChatOf, runningChatsFor } from '../chats/commands/running-chats.ts'
import { agentDeleted, agentGone, agentLost } from './agent-gone.ts'
import { closeConnection, openConnection, touchConnections } from './connections.ts'
import { setAgentStatus } from './set-agent-status.ts'
import { isSiteOnline, listDepartmentsOnline } from './site-online.ts'

let engine: EngineApp
const heard: DomainEvent[] = []
beforeAll(async () => {
  engine = await engineApp()
  engine.app.bus.subscribe((event) => heard.push(event))
})
afterAll(async () => {
  await engine.close()
})

async function shop() {
  const site = await engineSite(engine)
  const system = contextFor(engine.app, { kind: 'system', siteId: site.siteId } as const)
  const online = () => isSiteOnline(engine.app.database.db, site.siteId, null, engine.clock.now)
  return { site, system, online }
}

const statuses = (agentId: number) =>
  heard.flatMap((event) => (event.type === 'agent.status' && event.agentId === agentId ? [event.status] : []))

test('a site is online while somebody is Online, connected and allowed to accept', async () => {
  const { site, online } = await shop()
  expect(await online()).toBe(false)
  await site.addAgent('Eve', { permissions: [] })
  const anna = await site.addAgent('Anna', { isOnline: false })
  await setAgentStatus(anna.ctx, { agentId: anna.id, status: 'ONLINE' })
  expect(await online()).toBe(false)
  await openConnection(anna.ctx, anna.connectionId)
  expect(await online()).toBe(true)
  await setAgentStatus(anna.ctx, { agentId: anna.id, status: 'away' })
  expect(await online()).toBe(false)
  expect(statuses(anna.id)).toEqual(['Online', 'Away'])
  await expect(setAgentStatus(anna.ctx, { agentId: anna.id, status: 'Lunch' })).rejects.toMatchObject({
    error: 'invalid_parameter',
  })
  await expect(setAgentStatus(anna.ctx, { agentId: 1_000_000, status: 'Away' })).rejects.toMatchObject({
    error: 'not_found',
  })
})

test('visitors are told when an Online agent loses the connection and comes back within the grace', async () => {
  const { site, online } = await shop()
  const anna = await site.addAgent('Anna')
  const news = () => heard.filter((event) => event.type === 'agents.reachable' && event.siteId === site.siteId).length
  const before = news()
  await closeConnection(anna.ctx, anna.connectionId)
  expect([await online(), news()]).toEqual([false, before + 1])
  await openConnection(anna.ctx, anna.connectionId)
  expect([await online(), news()]).toEqual([true, before + 2])
})

test('departments are online when one of theirs is', async () => {
  const { site } = await shop()
  const billing = await site.addDepartment('Billing')
  await site.addDepartment('Support')
  await site.addDepartment('Hidden', { isAvailableInChat: false })
  await site.addAgent('Bill', { departmentIds: [billing] })
  const departments = await listDepartmentsOnline(engine.app.database.db, site.siteId, engine.clock.now)
  expect(departments.map(({ name, isOnline }) => [name, isOnline])).toEqual([
    ['Billing', true],
    ['Support', false],
  ])
})

test('an agent without connection is Offline after 30 s; who comes back in time stays Online', async () => {
  const { site, system, online } = await shop()
  const anna = await site.addAgent('Anna')
  await closeConnection(anna.ctx, anna.connectionId)
  expect(await online()).toBe(false)
  await site.pass(29_000)
  await agentGone(system, anna.id)
  await openConnection(anna.ctx, anna.connectionId)
  await site.pass(10_000)
  await agentGone(system, anna.id)
  expect(await online()).toBe(true)
  await closeConnection(anna.ctx, anna.connectionId)
  await site.pass(30_000)
  await agentGone(system, anna.id)
  expect(statuses(anna.id)).toEqual(['Online', 'Offline'])
})

test('the chats of an agent who stays away go back to the queue after five minutes, and to whoever is free', async () => {
  const { site, system } = await shop()
  const anna = await site.addAgent('Anna')
  const chat = await site.request()
  await closeConnection(anna.ctx, anna.connectionId)
  await site.pass(30_000)
  await agentGone(system, anna.id)
  expect(await runningChatOf(chat.visitor.ctx)).toMatchObject({ state: 'active' })
  await site.pass(4 * 60_000)
  await agentLost(system, anna.id)
  expect(await runningChatOf(chat.visitor.ctx)).toMatchObject({ state: 'active' })
  await site.pass(30_000)
  await agentLost(system, anna.id)
  expect(await runningChatOf(chat.visitor.ctx)).toMatchObject({
    state: 'waiting',
    status: 'normal',
    queue: { position: 1 },
  })
  const bob = await site.addAgent('Bob')
  expect(await runningChatsFor(bob.ctx, 'mine')).toMatchObject([{ id: chat.id, state: 'active' }])
})

test('the chats of an agent whose account was deleted go to whoever is free, at once', async () => {
  const { site, system } = await shop()
  const anna = await site.addAgent('Anna')
  const chat = await site.request()
  const { db } = engine.app.database
  await db.transaction((tx) => removeAgentTraces(tx as Tx, site.siteId, anna.id))
  await db.delete(agents).where(and(eq(agents.siteId, site.siteId), eq(agents.id, anna.id)))
  const bob = await site.addAgent('Bob')
  expect(await runningChatsFor(bob.ctx, 'mine')).toEqual([])
  await agentDeleted(system, anna.id)
  expect(await runningChatsFor(bob.ctx, 'mine')).toMatchObject([{ id: chat.id, state: 'active', agentId: bob.id }])
})

test('connections of a process that was killed are found by the sweep', async () => {
  const { site, online } = await shop()
  const anna = await site.addAgent('Anna')
  const bob = await site.addAgent('Bob')
  engine.clock.forward(50_000)
  await touchConnections(engine.app.database.db, [bob.connectionId], engine.clock.now)
  engine.clock.forward(15_000)
  await sweep(engine.app)
  expect(statuses(anna.id)).toEqual(['Online', 'Offline'])
  expect(statuses(bob.id)).toEqual(['Online'])
  expect(await online()).toBe(true)
  // after a time without the database a live connection is entered again
  engine.clock.forward(90_000)
  await sweep(engine.app)
  await touchConnections(engine.app.database.db, [bob.connectionId], engine.clock.now)
  await setAgentStatus(bob.ctx, { agentId: bob.id, status: 'Online' })
  expect(await online()).toBe(true)
})

test('jobs run in one of the processes: an agent who is gone becomes Offline', async () => {
  const { site } = await shop()
  const anna = await site.addAgent('Anna')
  // the job is due by now although the test's clock has still to reach that time
  engine.clock.now = new Date(Date.now() - 3_600_000)
  await closeConnection(anna.ctx, anna.connectionId)
  engine.clock.forward(30_000)
  const other = engine.another()
  const offline = new Promise<void>((resolve) => {
    for (const { app } of [engine, other]) {
      app.bus.subscribe((event) => {
        if (event.type === 'agent.status' && event.agentId === anna.id && event.status === 'Offline') resolve()
      })
    }
  })
  const workers = [await startJobs(engine.app), await startJobs(other.app)]
  await offline
  for (const worker of workers) await worker.stop()
  await other.close()
  expect([...engine.faults, ...other.faults]).toEqual([])
})
