import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../test/engine-app.ts'
import { engineSite, type TestAgent } from '../../../../test/engine-site.ts'
import * as tables from '../../../db/schema/index.ts'
import type { DomainEvent } from '../../../events/domain-events.ts'
import { startJobs } from '../../../jobs/start-jobs.ts'
import { sweep } from '../../../jobs/sweep.job.ts'
import { newId } from '../../../lib/ids.ts'
import { contextFor } from '../../../request-context.ts'
import { agentAwayStatusesResource } from '../../account/agent-away-statuses/agent-away-statuses.resource.ts'
import { shiftsResource } from '../../account/shifts/shifts.resource.ts'
import { runningChatsFor } from '../chats/commands/running-chats.ts'
import { agentGone } from './agent-gone.ts'
import { agentStatusOf } from './agent-status.ts'
import { applyShifts, shiftOf } from './apply-shifts.ts'
import { closeConnection, openConnection } from './connections.ts'
import { beginWithStatus, setAgentStatus } from './set-agent-status.ts'

const MONDAY = '2026-11-23'

let engine: EngineApp
const heard: DomainEvent[] = []
beforeAll(async () => {
  engine = await engineApp()
  engine.app.bus.subscribe((event) => heard.push(event))
})
afterAll(async () => {
  await engine.close()
})

/** A site at a time of that Monday, with a way to look at its shifts. */
async function shop(time = '10:00') {
  engine.clock.now = new Date(`${MONDAY}T${time}:00Z`)
  const site = await engineSite(engine)
  const { db } = engine.app.database
  const system = contextFor(engine.app, { kind: 'system', siteId: site.siteId } as const)

  async function addAwayStatus(name: string): Promise<string> {
    const id = newId()
    const { siteId } = site
    await db.insert(tables.agentAwayStatuses).values({ siteId, id, name, order: 2, createdTime: engine.clock.now })
    return id
  }

  return {
    site,
    db,
    addAwayStatus,
    apply: () => applyShifts(system),
    gone: (agent: TestAgent) => agentGone(system, agent.id),
    /** The clock shows that time of the day, and everybody is still connected. */
    async at(clock: string, date = MONDAY) {
      await site.pass(Date.parse(`${date}T${clock}:00Z`) - engine.clock.now.getTime())
    },
    addShift: (by: TestAgent, change: object) =>
      shiftsResource.create(by.ctx, { name: newId(), timeZone: 'UTC', workingHours: nineToFive(), ...change } as never),
  }
}

function nineToFive(awayStatusId: string | null = null) {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
  return days.map((dayOfWeek) => ({ dayOfWeek, startTime: '09:00', endTime: '17:00', awayStatusId }))
}

const statusOf = (agent: TestAgent) => agentStatusOf(agent.ctx, agent.id)
const choose = (agent: TestAgent, status: string) => setAgentStatus(agent.ctx, { agentId: agent.id, status })
const told = (agent: TestAgent) =>
  heard.flatMap((event) => (event.type === 'agent.status' && event.agentId === agent.id ? [event.status] : []))

test('hours that end make a logged-in agent away, hours that begin make the agent Online', async () => {
  const { site, addAwayStatus, addShift, apply, at } = await shop()
  const anna = await site.addAgent('Anna')
  const bob = await site.addAgent('Bob')
  await addShift(anna, { workingHours: nineToFive(await addAwayStatus('Off duty')), agentIds: [anna.id] })
  await apply()
  expect(await statusOf(anna)).toBe('Online')
  await at('17:00')
  await apply()
  expect([await statusOf(anna), await statusOf(bob)]).toEqual(['Off duty', 'Online'])
  await at('09:00', '2026-11-24')
  await apply()
  expect(await statusOf(anna)).toBe('Online')
  expect(told(anna)).toEqual(['Online', 'Off duty', 'Online'])
})

test('a choice made after the hours stays until the next ones begin or end, however often shifts are looked at', async () => {
  const { site, addShift, apply, at } = await shop()
  const anna = await site.addAgent('Anna')
  await addShift(anna, { agentIds: [anna.id] })
  await at('17:00')
  await apply()
  await at('17:30')
  await choose(anna, 'Online')
  await apply()
  await at('08:59', '2026-11-24')
  await apply()
  expect(await statusOf(anna)).toBe('Online')
  await at('11:00', '2026-11-24')
  await choose(anna, 'Away')
  await apply()
  expect(await statusOf(anna)).toBe('Away')
  await at('09:00', '2026-11-25')
  await apply()
  expect(await statusOf(anna)).toBe('Away')
})

test('a choice made after the hours stays also when the look at the shifts comes late', async () => {
  const { site, addShift, apply, at } = await shop()
  const anna = await site.addAgent('Anna')
  await addShift(anna, { agentIds: [anna.id] })
  await apply()
  await at('17:05')
  await choose(anna, 'Online')
  await apply()
  expect(await statusOf(anna)).toBe('Online')
})

test('agents of a department work in its shifts; holidays and several shifts count', async () => {
  const { site, addShift, apply, at } = await shop('08:00')
  const sales = await site.addDepartment('Sales')
  const anna = await site.addAgent('Anna', { departmentIds: [sales] })
  const holidays = [{ name: 'Closed', date: '2026-11-24' }]
  await addShift(anna, { departmentIds: [sales], holidays })
  await apply()
  expect(await statusOf(anna)).toBe('Away')
  await at('09:00')
  await apply()
  expect(await statusOf(anna)).toBe('Online')
  await at('17:00')
  await apply()
  await at('10:00', '2026-11-24')
  await apply()
  expect(await statusOf(anna)).toBe('Away')
  await addShift(anna, { agentIds: [anna.id] })
  await apply()
  expect(await statusOf(anna)).toBe('Online')
})

test('who is Offline stays so; who signs in outside the hours is away at once, whatever the program asks for', async () => {
  const { site, addShift, apply, at } = await shop('18:00')
  const anna = await site.addAgent('Anna', { isOnline: false })
  await addShift(anna, { agentIds: [anna.id] })
  await apply()
  expect(await statusOf(anna)).toBe('Offline')
  await openConnection(anna.ctx, anna.connectionId)
  expect(await statusOf(anna)).toBe('Away')
  expect(await beginWithStatus(anna.ctx, { agentId: anna.id, status: 'Online' })).toEqual({ status: 'Away' })
  expect(await shiftOf(anna.ctx, anna.id)).toEqual({ isWorking: false, startsTime: '2026-11-24T09:00:00.000Z' })
  // a choice is another matter, and a new connection of the same sign-in does not take it back
  await choose(anna, 'Online')
  expect(await beginWithStatus(anna.ctx, { agentId: anna.id, status: 'Online' })).toEqual({ status: 'Online' })
  await at('09:00', '2026-11-24')
  await apply()
  expect(await shiftOf(anna.ctx, anna.id)).toEqual({ isWorking: true, startsTime: null })
})

test('who comes back after the hours ended is away, and Online before they do', async () => {
  const { site, addShift, apply, at, gone } = await shop('16:00')
  const anna = await site.addAgent('Anna')
  await addShift(anna, { agentIds: [anna.id] })
  await apply()
  await closeConnection(anna.ctx, anna.connectionId)
  await at('16:01')
  await gone(anna)
  await openConnection(anna.ctx, anna.connectionId)
  expect(await beginWithStatus(anna.ctx, { agentId: anna.id, status: 'Online' })).toEqual({ status: 'Online' })
  await closeConnection(anna.ctx, anna.connectionId)
  await at('17:01')
  await gone(anna)
  await openConnection(anna.ctx, anna.connectionId)
  expect(await statusOf(anna)).toBe('Away')
})

test('chats that run go on, and new ones do not come while the hours are over', async () => {
  const { site, addShift, apply, at } = await shop()
  const anna = await site.addAgent('Anna')
  await addShift(anna, { agentIds: [anna.id] })
  const first = await site.request()
  await at('17:00')
  await apply()
  await expect(site.request()).rejects.toMatchObject({ error: 'conflict' })
  expect(await runningChatsFor(anna.ctx, 'mine')).toMatchObject([{ id: first.id, state: 'active' }])
  await at('09:00', '2026-11-24')
  await apply()
  const second = await site.request()
  const mine = (await runningChatsFor(anna.ctx, 'mine')).map(({ id }) => id)
  expect(mine.sort()).toEqual([first.id, second.id].sort())
})

test('a shift that is made, changed or deleted counts at once', async () => {
  const { site, addShift, apply } = await shop('18:00')
  const anna = await site.addAgent('Anna')
  const bob = await site.addAgent('Bob')
  const shift = await addShift(anna, { agentIds: [anna.id, bob.id] })
  await apply()
  expect([await statusOf(anna), await statusOf(bob)]).toEqual(['Away', 'Away'])
  const until = nineToFive().map((hours) => ({ ...hours, endTime: '19:00' }))
  await shiftsResource.update(anna.ctx, shift.id, { workingHours: until } as never)
  await apply()
  expect([await statusOf(anna), await statusOf(bob)]).toEqual(['Online', 'Online'])
  await shiftsResource.update(anna.ctx, shift.id, { holidays: [{ name: 'Closed', date: MONDAY }] } as never)
  await apply()
  await choose(bob, 'Offline')
  expect([await statusOf(anna), await statusOf(bob)]).toEqual(['Away', 'Offline'])
  await shiftsResource.remove(anna.ctx, shift.id)
  await apply()
  expect([await statusOf(anna), await statusOf(bob)]).toEqual(['Online', 'Offline'])
  expect(await shiftOf(anna.ctx, anna.id)).toBe(null)
})

test('an agent who is away by choice stays so when a shift comes in the middle of its hours', async () => {
  const { site, addShift, apply } = await shop()
  const anna = await site.addAgent('Anna')
  await choose(anna, 'Away')
  await addShift(anna, { agentIds: [anna.id] })
  await apply()
  expect(await statusOf(anna)).toBe('Away')
})

test('an away status with a new name is the same one: no choice is overruled', async () => {
  const { site, addAwayStatus, addShift, apply, at } = await shop()
  const anna = await site.addAgent('Anna')
  const id = await addAwayStatus('Off duty')
  await addShift(anna, { workingHours: nineToFive(id), agentIds: [anna.id] })
  await at('17:00')
  await apply()
  await choose(anna, 'Online')
  await agentAwayStatusesResource.update(anna.ctx, id, { name: 'Home' })
  await apply()
  expect(await statusOf(anna)).toBe('Online')
  await at('09:00', '2026-11-24')
  await apply()
  await at('17:00', '2026-11-24')
  await apply()
  expect(await statusOf(anna)).toBe('Home')
})

test('an away status that gets another name just when hours end is given by its new name', async () => {
  const { site, db, addAwayStatus, addShift, apply, at } = await shop()
  const anna = await site.addAgent('Anna')
  const id = await addAwayStatus('Off duty')
  await addShift(anna, { workingHours: nineToFive(id), agentIds: [anna.id] })
  await apply()
  await at('17:00')
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  const applied = await db.transaction(async (tx) => {
    await tx.update(tables.agentAwayStatuses).set({ name: 'Home' }).where(eq(tables.agentAwayStatuses.id, id))
    const underWay = apply()
    await expect.poll(async () => (await db.execute(waiting)).rowCount).toBe(1)
    return { underWay }
  })
  await applied.underWay
  expect(await statusOf(anna)).toBe('Home')
})

test('two processes that look at once change the status once', async () => {
  const { site, addShift, apply, at } = await shop()
  const anna = await site.addAgent('Anna')
  await addShift(anna, { agentIds: [anna.id] })
  await apply()
  await at('17:00')
  const other = engine.another()
  other.app.bus.subscribe((event) => heard.push(event))
  const elsewhere = contextFor(other.app, { kind: 'system', siteId: site.siteId } as const)
  await Promise.all([apply(), applyShifts(elsewhere), apply(), applyShifts(elsewhere)])
  expect(told(anna)).toEqual(['Online', 'Away'])
  await other.close()
})

const plannedLooks = async (siteId: number) => {
  const { rows } = await engine.app.database.db.execute(
    sql`select run_at from graphile_worker.jobs where key = ${`apply-shifts:${siteId}`}`,
  )
  return rows.map(({ run_at }) => new Date(String(run_at)).toISOString().slice(0, 16))
}

test('the next look is planned for when hours begin or end next, and the sweep does what no job did', async () => {
  const { site, db, addShift, apply, at } = await shop()
  const anna = await site.addAgent('Anna')
  await addShift(anna, { agentIds: [anna.id] })
  await apply()
  expect(await plannedLooks(site.siteId)).toEqual([`${MONDAY}T17:00`])
  await db.execute(sql`select graphile_worker.remove_job(${`apply-shifts:${site.siteId}`})`)
  await at('17:00')
  await sweep(engine.app)
  expect(await statusOf(anna)).toBe('Away')
  expect(await plannedLooks(site.siteId)).toEqual(['2026-11-24T09:00'])
  // the process that had the job was killed: it is overdue
  await at('09:01', '2026-11-24')
  await sweep(engine.app)
  expect(await statusOf(anna)).toBe('Online')
  expect(await plannedLooks(site.siteId)).toEqual(['2026-11-24T17:00'])
})

test('the sweep looks at every site, whatever is wrong with the shifts of one', async () => {
  const shops = [await shop(), await shop(), await shop(), await shop(), await shop()]
  const agents = await Promise.all(shops.map(({ site }) => site.addAgent('Anna')))
  const ofSite = (site?: { siteId: number }) => eq(tables.shifts.siteId, site?.siteId ?? 0)
  for (const [index, { site, db, addShift }] of shops.entries()) {
    const anna = agents[index] as TestAgent
    await addShift(anna, { agentIds: [anna.id] })
    if (index === 2)
      await db
        .update(tables.shifts)
        .set({ holidays: {} as never })
        .where(ofSite(site))
  }
  for (const { at } of shops) await at('18:00')
  await sweep(engine.app)
  expect(await Promise.all(agents.map(statusOf))).toEqual(['Away', 'Away', 'Online', 'Away', 'Away'])
  // it would be looked at by every sweep to come
  await engine.app.database.db.delete(tables.shifts).where(ofSite(shops[2]?.site))
})

test('a look that was under way when shifts were changed does not put off the look at what they are now', async () => {
  const { site, db, addShift, apply } = await shop()
  const anna = await site.addAgent('Anna')
  await addShift(anna, { agentIds: [anna.id] })
  await apply()
  // the database's clock is not the one of the test
  const { rows } = await db.execute(sql`
    select count(*)::int as due from graphile_worker.jobs
    where task_identifier = 'apply-shifts' and key like ${`%:${site.siteId}`} and run_at <> ${`${MONDAY}T17:00Z`}`)
  expect(rows).toEqual([{ due: 1 }])
})

test('a shift is looked at by a job as soon as it is made', async () => {
  const { site, addShift } = await shop('18:00')
  const anna = await site.addAgent('Anna')
  const away = new Promise<void>((resolve) => {
    engine.app.bus.subscribe((event) => {
      if (event.type === 'agent.status' && event.agentId === anna.id && event.status === 'Away') resolve()
    })
  })
  const jobs = await startJobs(engine.app)
  await addShift(anna, { agentIds: [anna.id] })
  await away
  await jobs.stop()
  expect(engine.faults).toEqual([])
})

test('hours do not reach agents of another site', async () => {
  const one = await shop('18:00')
  const other = await shop('18:00')
  const anna = await one.site.addAgent('Anna')
  const bob = await other.site.addAgent('Bob')
  await one.addShift(anna, { agentIds: [anna.id] })
  await one.apply()
  await other.apply()
  expect([await statusOf(anna), await statusOf(bob)]).toEqual(['Away', 'Online'])
})
