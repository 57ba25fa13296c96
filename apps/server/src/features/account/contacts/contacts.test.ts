import { randomUUID } from 'node:crypto'
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

const contact = (change: object = {}) => site.admin.api.call('contacts.create', { body: { name: 'Carla', ...change } })
const identify = (contactId: number, change: object = {}) =>
  site.admin.send(api.contactIdentities.create, { body: { contactId, type: 'SMS', value: randomUUID(), ...change } })
const find = async (query: object) =>
  (await site.admin.api.call('contacts.list', { query })).contacts.map(({ id }) => id)

describe('contacts', () => {
  test('share their numbers with agents', async () => {
    const { id } = await contact()
    const agent = await site.addAgent()
    expect(agent.agentId).toBeGreaterThan(id)
    expect((await site.admin.send(api.contacts.get, { params: { id: agent.agentId } })).status).toBe(404)
  })

  test('keep what a change leaves out, and the time of the change', async () => {
    const made = await contact({ company: 'Cord', timeZone: 'tokyo standard time' })
    expect(made).toMatchObject({ timeZone: 'Tokyo Standard Time', lastUpdatedTime: made.createdTime })
    const params = { id: made.id }
    const changed = await site.admin.api.call('contacts.update', { params, body: { title: 'Dr.' } })
    expect(changed).toEqual({ ...made, title: 'Dr.', lastUpdatedTime: changed.lastUpdatedTime })
  })

  test('are found by what they and their identities are called', async () => {
    const { id } = await contact({ name: 'Zoe 100%', company: 'Zebra' })
    await identify(id, { type: 'email', name: 'Private', value: 'Zoe@example.org' })
    await identify(id, { name: 'Work' })
    for (const keywords of ['ZOE 100%', 'zebra', 'zoe@example']) expect(await find({ keywords })).toEqual([id])
    expect(await find({ keywords: 'Z_e' })).toEqual([])
    expect(await find({ company: 'zebra', contactIdentityValue: 'zoe@EXAMPLE.org' })).toEqual([id])
    expect(await find({ company: 'zeb' })).toEqual([])
    expect(await find({ contactIdentityType: 'EMAIL', contactIdentityName: 'private' })).toEqual([id])
    // no single identity is both
    expect(await find({ contactIdentityType: 'email', contactIdentityName: 'work' })).toEqual([])
  })

  test('are listed from the newest on, page by page', async () => {
    const ids = [
      await contact({ company: 'Queue' }),
      await contact({ company: 'Queue' }),
      await contact({ company: 'Queue' }),
    ].map(({ id }) => id)
    const pages = await Promise.all([1, 2].map((pageIndex) => find({ company: 'Queue', pageSize: 2, pageIndex })))
    expect(pages.flat()).toEqual(ids.reverse())
  })

  test('are found by their whole name, in any case, page by page', async () => {
    const name = `Nadja ${randomUUID()}`
    const ids = [(await contact({ name })).id, (await contact({ name: name.toUpperCase() })).id]
    await contact({ name: `${name} Berg` })
    expect((await find({ name })).toReversed()).toEqual(ids)
    const page = await site.admin.api.call('contacts.list', { query: { name, pageSize: 1, pageIndex: 2 } })
    expect([page.count, page.contacts.length, page.nextPage]).toEqual([2, 1, ''])
    const typed = await identify(ids[1] ?? 0, { type: 'WeChat' })
    expect(typed.status).toBe(201)
    expect(await find({ name, contactIdentityType: 'wechat' })).toEqual([ids[1]])
  })

  test('show their identities when asked, and take them along when they go', async () => {
    const { id } = await contact()
    const { body: identity } = await identify(id)
    const shown = await site.admin.api.call('contacts.get', { params: { id }, query: { include: ['contactIdentity'] } })
    expect(shown.contactIdentities).toEqual([identity])
    await site.admin.api.call('contacts.delete', { params: { id } })
    expect((await site.admin.send(api.contactIdentities.get, { params: { id: identity.id } })).status).toBe(404)
    expect((await site.admin.send(api.contactIdentities.listByContact, { params: { contactId: id } })).status).toBe(404)
  })

  test('are read by every agent and changed by those who may', async () => {
    const { id } = await contact()
    const agent = await site.addAgent({ permissions: [] })
    expect((await agent.send(api.contacts.get, { params: { id } })).status).toBe(200)
    expect((await agent.send(api.contacts.update, { params: { id }, body: { name: 'x' } })).status).toBe(403)
  })
})

describe('identities', () => {
  test.each([
    ['an unknown contact', { contactId: 1_000_000 }, 'contactId'],
    ['a type there is not', { type: 'pigeon' }, 'type'],
    ['an address that is none', { type: 'email', value: 'Carla' }, 'value'],
    ['an empty value', { value: ' ' }, 'value'],
  ])('refuse %s', async (_what, change, parameter) => {
    const { id } = await contact()
    const { status, body } = await identify(id, change)
    expect([status, body.message]).toEqual([400, expect.stringContaining(`'${parameter}'`)])
  })

  test('cannot be given to a contact of another site', async () => {
    const other = await server.createSite()
    const foreign = await other.admin.api.call('contacts.create', { body: { name: 'Foreign' } })
    expect((await identify(foreign.id)).status).toBe(400)
  })
})
