import { randomUUID } from 'node:crypto'
import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, playChat, visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const address = () => `${randomUUID().slice(0, 8)}@example.com`
const find = async (email: string, of = site) =>
  (
    await of.admin.api.call('contacts.list', {
      query: { contactIdentityType: 'email', contactIdentityValue: email, include: ['contactIdentity'] },
    })
  ).contacts
const contactOf = async (sessionId: string, of = site) =>
  (await of.admin.api.call('sessions.get', { params: { id: sessionId } })).contactId
const newContact = (name: string) => site.admin.api.call('contacts.create', { body: { name } })
const identify = (contactId: number, type: 'email' | 'visitor', value: string) =>
  site.admin.send(api.contactIdentities.create, { body: { contactId, type, value } })

/** A visitor who left a message, and is gone. */
async function leave(change: object = {}, of = site) {
  const visitor = await visitorOf(server, of)
  await visitor.leaveMessage({ name: 'Carla', email: address(), message: 'Hello?', ...change })
  await visitor.close()
  return { visitorId: visitor.visitorId, sessionId: visitor.sessionId }
}

/** A visitor who looked around, and is gone. */
async function look() {
  const visitor = await visitorOf(server, site)
  await visitor.close()
  return { visitorId: visitor.visitorId, sessionId: visitor.sessionId }
}

describe('a visitor who gives an e-mail address', () => {
  test('becomes a contact, with what was said and the browser it was said in', async () => {
    const email = address()
    const { visitorId, sessionId } = await leave({ email, phone: '+1 555 0100', company: 'Cord' })
    const [contact, ...others] = await find(email)
    expect(others).toEqual([])
    expect(contact).toMatchObject({ name: 'Carla', phone: '+1 555 0100', company: 'Cord' })
    expect(contact?.contactIdentities?.map(({ type, value }) => [type, value]).sort()).toEqual([
      ['email', email],
      ['visitor', visitorId],
    ])
    expect(await contactOf(sessionId)).toBe(contact?.id)
  })

  test('in a pre-chat form is known from that chat on, and the visit before with it', async () => {
    const email = address()
    const own = await server.createSite()
    const agent = await agentAtWork(server, own)
    const visitor = await visitorOf(server, own)
    expect(await contactOf(visitor.sessionId, own)).toBeNull()
    const { chatId } = await playChat(visitor, agent, { email })
    const [contact] = await find(email, own)
    expect(contact).toMatchObject({ name: email })
    expect(await contactOf(visitor.sessionId, own)).toBe(contact?.id)
    // the chats are found by the visitor whom the identity names
    const visitorId = contact?.contactIdentities?.find(({ type }) => type === 'visitor')?.value ?? ''
    const { chats } = await own.admin.api.call('chats.list', { query: { visitorId } })
    expect(chats.map(({ id }) => id)).toEqual([chatId])
    await visitor.close()
    await agent.close()
  })

  test('is the contact who has it already, in any case, and adds only what was missing', async () => {
    const email = address()
    const contact = await site.admin.api.call('contacts.create', { body: { name: 'Ms. C', phone: '1' } })
    await identify(contact.id, 'email', email)
    const { sessionId } = await leave({ email: email.toUpperCase(), phone: '2', company: 'Cord' })
    expect(await contactOf(sessionId)).toBe(contact.id)
    const [now] = await find(email)
    expect(now).toMatchObject({ id: contact.id, name: 'Ms. C', phone: '1', company: 'Cord' })
  })

  test('at two browsers is one contact', async () => {
    const email = address()
    const [one, two] = [await leave({ email }), await leave({ email })]
    expect(await contactOf(one.sessionId)).toBe(await contactOf(two.sessionId))
    expect(await find(email)).toHaveLength(1)
  })

  test('that is another than the contact has is another person at the same browser', async () => {
    const visitor = await visitorOf(server, site)
    const [first, second] = [address(), address()]
    await visitor.leaveMessage({ name: 'Carla', email: first, message: '1' })
    await visitor.leaveMessage({ name: 'Dora', email: second, message: '2' })
    await visitor.close()
    const [dora] = await find(second)
    expect(dora).toMatchObject({ name: 'Dora' })
    expect(await contactOf(visitor.sessionId)).toBe(dora?.id)
    expect((await find(first))[0]?.contactIdentities?.map(({ type }) => type)).toEqual(['email'])
  })

  test('20 times at once is one contact', async () => {
    const email = address()
    const visitors = await Promise.all(Array.from({ length: 20 }, () => visitorOf(server, site)))
    const message = { name: 'Carla', email, message: 'Hello?' }
    // and a program that adds the same person meanwhile
    const contact = await newContact('Quick')
    const [{ status }] = await Promise.all([
      identify(contact.id, 'email', email),
      ...visitors.map((visitor) => visitor.leaveMessage(message)),
    ])
    expect([201, 400]).toContain(status)
    const [known, ...others] = await find(email)
    expect(others).toEqual([])
    for (const { sessionId } of visitors) expect(await contactOf(sessionId)).toBe(known?.id)
    const { contacts } = await site.admin.api.call('contacts.list', { query: { name: 'Carla', pageSize: 1000 } })
    expect(contacts.filter(({ id }) => id !== known?.id && id > contact.id)).toEqual([])
    await Promise.all(visitors.map((visitor) => visitor.close()))
  })

  test('is known on that site only', async () => {
    const email = address()
    await leave({ email })
    const other = await server.createSite()
    const { sessionId } = await leave({ email }, other)
    const [here, there] = [(await find(email))[0], (await find(email, other))[0]]
    expect(there?.id).not.toBe(here?.id)
    expect(await contactOf(sessionId, other)).toBe(there?.id)
  })
})

describe('merging a visitor into a contact', () => {
  test('is an identity that names the visitor, and carries the history over', async () => {
    const { visitorId, sessionId } = await look()
    const contact = await newContact('Carla')
    expect((await identify(contact.id, 'visitor', visitorId.toUpperCase())).status).toBe(201)
    expect(await contactOf(sessionId)).toBe(contact.id)
    const session = await site.admin.api.call('sessions.get', {
      params: { id: sessionId },
      query: { include: ['contact'] },
    })
    expect(session.contact).toMatchObject({ id: contact.id, name: 'Carla' })
  })

  test('who has no address yet makes the address they give the contact’s', async () => {
    const visitor = await visitorOf(server, site)
    const contact = await newContact('Carla')
    await identify(contact.id, 'visitor', visitor.visitorId)
    const email = address()
    await visitor.leaveMessage({ name: 'Carla', email, message: 'It is me' })
    await visitor.close()
    expect((await find(email)).map(({ id }) => id)).toEqual([contact.id])
  })

  test('of somebody else’s is refused; moving the identity moves the visitor', async () => {
    const { visitorId, sessionId } = await look()
    const [one, two] = [await newContact('One'), await newContact('Two')]
    const { body: identity } = await identify(one.id, 'visitor', visitorId)
    const again = await identify(two.id, 'visitor', visitorId)
    expect([again.status, again.body.message]).toEqual([400, expect.stringContaining("'value'")])
    expect(await contactOf(sessionId)).toBe(one.id)
    const params = { id: identity.id }
    await site.admin.api.call('contactIdentities.update', { params, body: { contactId: two.id } })
    expect(await contactOf(sessionId)).toBe(two.id)
    await site.admin.api.call('contactIdentities.delete', { params })
    expect(await contactOf(sessionId)).toBeNull()
  })

  test('does not reach a visitor of another site', async () => {
    const other = await server.createSite()
    const { visitorId, sessionId } = await leave({}, other)
    const before = await contactOf(sessionId, other)
    expect((await identify((await newContact('Thief')).id, 'visitor', visitorId)).status).toBe(201)
    expect(await contactOf(sessionId, other)).toBe(before)
  })
})

describe('an address', () => {
  test('belongs to one contact, in any case', async () => {
    const email = address()
    const [one, two] = [await newContact('One'), await newContact('Two')]
    await identify(one.id, 'email', email)
    const { status, body } = await identify(two.id, 'email', ` ${email.toUpperCase()} `)
    expect([status, body.message]).toEqual([400, expect.stringContaining("'value' is already in use")])
    const { body: other } = await identify(two.id, 'email', address())
    const changed = await site.admin.send(api.contactIdentities.update, {
      params: { id: other.id },
      body: { value: email },
    })
    expect(changed.status).toBe(400)
    expect(await site.admin.api.call('contactIdentities.get', { params: { id: other.id } })).toEqual(other)
  })

  test('goes to another contact with those who gave it', async () => {
    const email = address()
    const { sessionId } = await leave({ email })
    const [contact] = await find(email)
    const id = contact?.contactIdentities?.find(({ type }) => type === 'email')?.id ?? 0
    const heir = await newContact('Heir')
    await site.admin.api.call('contactIdentities.update', { params: { id }, body: { contactId: heir.id } })
    expect(await contactOf(sessionId)).toBe(heir.id)
  })
})

describe('a contact that is deleted', () => {
  test('leaves its visitors unknown; the next contact with their address gets them back', async () => {
    const email = address()
    const { sessionId } = await leave({ email })
    const [contact] = await find(email)
    await site.admin.api.call('contacts.delete', { params: { id: contact?.id ?? 0 } })
    expect(await contactOf(sessionId)).toBeNull()
    const next = await newContact('Next')
    expect((await identify(next.id, 'email', email)).status).toBe(201)
    expect(await contactOf(sessionId)).toBe(next.id)
  })

  test('and had more browsers than a statement has parameters leaves and gets them all', async () => {
    const email = address()
    const { pool } = server.server.app.database
    await pool.query(
      `insert into visitors (site_id, id, token_hash, email, first_visit_time, last_visit_time)
        select $1, gen_random_uuid(), '', $2, now(), now() from generate_series(1, 66000)`,
      [site.siteId, email],
    )
    const owners = async () =>
      (await pool.query('select contact_id as id, count(*)::int from visitors where email = $1 group by 1', [email]))
        .rows
    for (const name of ['Many', 'Again']) {
      const { id } = await newContact(name)
      expect((await identify(id, 'email', email)).status).toBe(201)
      expect(await owners()).toEqual([{ id, count: 66_000 }])
      await site.admin.api.call('contacts.delete', { params: { id } })
      expect(await owners()).toEqual([{ id: null, count: 66_000 }])
    }
  })

  test('while visitors give its address leaves nobody with a contact that is gone', async () => {
    const email = address()
    await leave({ email })
    const [contact] = await find(email)
    const visitors = await Promise.all(Array.from({ length: 5 }, () => visitorOf(server, site)))
    const message = { name: 'Carla', email, message: 'Hello?' }
    await Promise.all([
      ...visitors.map((visitor) => visitor.leaveMessage(message)),
      site.admin.api.call('contacts.delete', { params: { id: contact?.id ?? 0 } }),
    ])
    const known = new Set([null, ...(await find(email)).map(({ id }) => id)])
    for (const { sessionId } of visitors) expect(known).toContain(await contactOf(sessionId))
    await Promise.all(visitors.map((visitor) => visitor.close()))
  })
})
