import { randomUUID } from 'node:crypto'
import { connectAgent } from '@parley/client'
import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const create = (change: object = {}) =>
  site.admin.send(api.shifts.create, { body: { name: `Shift ${randomUUID()}`, ...change } })
const monday = { dayOfWeek: 'monday', startTime: '09:00', endTime: '17:30' }

describe('shifts', () => {
  test('hold working hours and holidays, with every property', async () => {
    const away = await site.admin.api.call('agentAwayStatuses.create', { body: { name: 'Siesta' } })
    const { status, body } = await create({
      timeZone: 'UTC',
      ifAutoDetectDayLight: true,
      holidays: [{ name: 'New Year', date: '2027-01-01T00:00:00' }],
      workingHours: [
        { ...monday, dayOfWeek: 'MONDAY' },
        { ...monday, startTime: '12:00', awayStatusId: away.id },
      ],
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      holidays: [{ name: 'New Year', date: '2027-01-01' }],
      workingHours: [
        { ...monday, awayStatusId: null },
        { ...monday, startTime: '12:00', awayStatusId: away.id },
      ],
      agentIds: [],
      departmentIds: [],
    })
    const used = await site.admin.send(api.agentAwayStatuses.delete, { params: { id: away.id } })
    expect([used.status, used.body.message]).toEqual([400, expect.stringContaining(body.name)])
    const alias = await site.admin.send(api.shifts.get, {
      params: { id: body.id },
      path: '/api/v3/livechat/shifts/{id}',
    })
    expect(alias.body).toEqual(body)
  })

  test.each([
    [
      'an away status that does not exist',
      { workingHours: [{ ...monday, awayStatusId: randomUUID() }] },
      'awayStatusId',
    ],
    ['a day without a name', { workingHours: [{ ...monday, dayOfWeek: 'someday' }] }, 'dayOfWeek'],
    ['more hours than a week has', { workingHours: Array(337).fill(monday) }, 'workingHours'],
    ['an agent that does not exist', { agentIds: [1_000_000] }, 'agentIds'],
    ['a department that does not exist', { departmentIds: [randomUUID()] }, 'departmentIds'],
  ])('refuse %s', async (_what, change, parameter) => {
    const { status, body } = await create(change)
    expect([status, body.message]).toEqual([400, expect.stringContaining(parameter)])
  })
})

describe('hours', () => {
  test('may go over midnight and last all day, but not from a time to itself', async () => {
    const night = { dayOfWeek: 'monday', startTime: '22:00', endTime: '06:00' }
    const whole = { dayOfWeek: 'tuesday', startTime: '00:00', endTime: '00:00' }
    expect((await create({ workingHours: [night, whole] })).status).toBe(201)
    const { status, body } = await create({ workingHours: [whole, { ...monday, endTime: '09:00' }] })
    expect([status, body.message]).toEqual([400, expect.stringMatching(/'workingHours\.endTime'.*09:00 on monday/)])
  })

  test('AGT-8 put agents away who sign in outside of them, say when they begin, and let them go at once', async () => {
    const agent = await site.addAgent({ permissions: ['Accept Chats'] })
    const today = Math.floor(Date.now() / 86_400_000)
    const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    // every day is a working day, but for yesterday, today and tomorrow
    const { body: shift } = await create({
      timeZone: 'UTC',
      workingHours: days.map((dayOfWeek) => ({ dayOfWeek, startTime: '00:00', endTime: '00:00' })),
      holidays: [-1, 0, 1].map((day) => ({ name: 'Closed', date: dateOf(today + day) })),
      agentIds: [agent.agentId],
    })
    const connected = await connectAgent({ url: server.url, token: agent.token, status: 'Online' })
    expect(connected.status).toBe('Away')
    expect(connected.shift).toEqual({ isWorking: false, startsTime: `${dateOf(today + 2)}T00:00:00.000Z` })
    const free = new Promise<unknown>((resolve) => void connected.on('shift', ({ shift }) => shift ?? resolve(shift)))
    const online = new Promise<void>((resolve) => {
      connected.on('status', ({ agentId, status }) => {
        if (agentId === agent.agentId && status === 'Online') resolve()
      })
    })
    await site.admin.api.call('shifts.update', { params: { id: shift.id }, body: { holidays: [] } })
    await online
    await site.admin.api.call('shifts.delete', { params: { id: shift.id } })
    expect(await free).toBe(null)
    expect(connected.status).toBe('Online')
    await connected.close()
  })
})

describe('who works in a shift', () => {
  test('shows on the shift, the agent and the department, whoever was told', async () => {
    const { admin } = site
    const department = await admin.api.call('departments.create', { body: { name: randomUUID() } })
    const agent = await site.addAgent()
    const { body: first } = await create({ agentIds: [agent.agentId], departmentIds: [department.id] })
    const params = { id: agent.agentId }
    expect((await admin.api.call('agents.get', { params })).shiftIds).toEqual([first.id])
    expect((await admin.api.call('departments.get', { params: { id: department.id } })).shiftIds).toEqual([first.id])
    const { body: second } = await create()
    await admin.api.call('agents.update', { params, body: { shiftIds: [second.id] } })
    const ofAgent = await admin.api.call('shifts.listByAgent', { params: { agentId: agent.agentId } })
    expect(ofAgent.map(({ id }) => id)).toEqual([second.id])
    const ofDepartment = await admin.api.call('shifts.listByDepartment', { params: { departmentId: department.id } })
    expect(ofDepartment.map(({ id }) => id)).toEqual([first.id])
    await admin.api.call('shifts.delete', { params: { id: second.id } })
    expect((await admin.api.call('agents.get', { params })).shiftIds).toEqual([])
  })
})
