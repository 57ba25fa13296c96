import { api } from '@parley/contract'
import { type Actor, startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const TOP = '00000000-0000-0000-0000-000000000000'

let server: TestServer
let site: TestSite
let anna: Actor
let bob: Actor

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  anna = await site.addAgent({ permissions: ['Manage Private Canned Messages'] })
  bob = await site.addAgent({ permissions: ['Manage Private Canned Messages'] })
})

afterAll(() => server?.close())

const category = (parentId = TOP, name = 'Greetings') =>
  site.admin.api.call('publicCannedMessageCategories.create', { body: { name, parentId } })

describe('categories', () => {
  test('lie in each other, but never in a ring', async () => {
    const top = await category()
    const below = await category(top.id)
    const move = (parentId: string) =>
      site.admin.send(api.publicCannedMessageCategories.update, { params: { id: top.id }, body: { parentId } })
    for (const parentId of [top.id, below.id]) {
      const { status, body } = await move(parentId)
      expect([status, body.message]).toEqual([400, expect.stringContaining("'parentId'")])
    }
    expect((await move(TOP)).status).toBe(200)
  })

  test('must be empty to be deleted', async () => {
    const top = await category()
    const below = await category(top.id)
    const remove = async (id: string) =>
      (await site.admin.send(api.publicCannedMessageCategories.delete, { params: { id } })).status
    expect([await remove(top.id), await remove(below.id), await remove(top.id)]).toEqual([400, 204, 204])
  })

  test('need one above them that exists', async () => {
    const body = { name: 'Lost', parentId: '00000000-0000-0000-0000-000000000001' }
    const answer = await site.admin.send(api.publicCannedMessageCategories.create, { body })
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining("'parentId'")])
  })
})

describe('public messages', () => {
  test('take defaults, both spellings of the odd name, and show their category when asked', async () => {
    const { id: categoryId } = await category()
    const body = { name: 'Hi', message: 'Hello!', categoryId, ifSetHtmlMessageForEmail: true }
    const made = await site.admin.send(api.publicCannedMessages.create, { body })
    expect(made.body).toEqual({
      id: made.body.id,
      name: 'Hi',
      message: 'Hello!',
      IfSetHtmlMessageForEmail: true,
      htmlMessage: null,
      categoryId,
      shortcuts: null,
      similarQuestions: [],
    })
    const shown = await site.admin.api.call('publicCannedMessages.get', {
      params: { id: made.body.id },
      query: { include: ['publicCannedMessageCategory'] },
    })
    expect(shown.category).toMatchObject({ id: categoryId, name: 'Greetings' })
  })

  test('gain questions and keep those they have', async () => {
    const body = { name: 'Hi', message: 'Hello!', categoryId: TOP, similarQuestions: ['Who?'] }
    const { id } = await site.admin.api.call('publicCannedMessages.create', { body })
    const add = (questions: string[]) =>
      site.admin.send(api.publicCannedMessages.addSimilarQuestions, { params: { id }, body: questions })
    await Promise.all([add(['Where?', 'Who?']), add(['When?'])])
    const { status, headers, body: message } = await add([])
    expect([status, headers.get('location')]).toEqual([201, `/api/v3/globalSettings/publicCannedMessages/${id}`])
    expect(message.similarQuestions[0]).toBe('Who?')
    expect(message.similarQuestions.toSorted()).toEqual(['When?', 'Where?', 'Who?'])
  })
})

describe('private messages', () => {
  test('are for their owner alone', async () => {
    const body = { name: 'Mine', message: 'Secret' }
    const { id } = await anna.api.call('privateCannedMessages.create', { body })
    expect(await anna.api.call('privateCannedMessages.list')).toHaveLength(1)
    for (const other of [bob, site.admin]) {
      expect(await other.api.call('privateCannedMessages.list')).toEqual([])
      const attempts = [
        await other.send(api.privateCannedMessages.get, { params: { id } }),
        await other.send(api.privateCannedMessages.update, { params: { id }, body: { name: 'Taken' } }),
        await other.send(api.privateCannedMessages.addSimilarQuestions, { params: { id }, body: ['Who?'] }),
        await other.send(api.privateCannedMessages.delete, { params: { id } }),
      ]
      expect(attempts.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    }
    expect(await anna.api.call('privateCannedMessages.get', { params: { id } })).toMatchObject(body)
  })

  test('go into categories of their owner only', async () => {
    const mine = await anna.api.call('privateCannedMessageCategories.create', { body: { name: 'A', parentId: TOP } })
    const create = (who: Actor) =>
      who.send(api.privateCannedMessages.create, { body: { name: 'x', message: 'x', categoryId: mine.id } })
    expect([(await create(anna)).status, (await create(bob)).status]).toEqual([201, 400])
    expect(await bob.api.call('privateCannedMessageCategories.list')).toEqual([])
  })

  test('lie in categories nobody else can see, move or delete', async () => {
    const create = (who: Actor, parentId = TOP) =>
      who.send(api.privateCannedMessageCategories.create, { body: { name: 'Drafts', parentId } })
    const { body: mine } = await create(anna)
    const { body: theirs } = await create(bob)
    for (const other of [bob, site.admin]) {
      const params = { id: mine.id }
      const attempts = [
        await other.send(api.privateCannedMessageCategories.get, { params }),
        await other.send(api.privateCannedMessageCategories.update, { params, body: { name: 'Taken' } }),
        await other.send(api.privateCannedMessageCategories.delete, { params }),
      ]
      expect(attempts.map(({ status }) => status)).toEqual([404, 404, 404])
      expect((await create(other, mine.id)).status).toBe(400)
    }
    const move = await anna.send(api.privateCannedMessageCategories.update, {
      params: { id: mine.id },
      body: { parentId: theirs.id },
    })
    expect(move.status).toBe(400)
    expect(await anna.api.call('privateCannedMessageCategories.get', { params: { id: mine.id } })).toEqual(mine)
  })

  test('cannot be put into a public category, or public ones into a private one', async () => {
    const { id: open } = await category()
    const { body: closed } = await anna.send(api.privateCannedMessageCategories.create, {
      body: { name: 'Closed', parentId: TOP },
    })
    const hidden = { name: 'x', message: 'x', categoryId: open }
    expect((await anna.send(api.privateCannedMessages.create, { body: hidden })).status).toBe(400)
    const shown = { name: 'x', message: 'x', categoryId: closed.id }
    expect((await site.admin.send(api.publicCannedMessages.create, { body: shown })).status).toBe(400)
  })

  test('show their category when asked, and never in a ring', async () => {
    const make = async (parentId: string) =>
      (await anna.send(api.privateCannedMessageCategories.create, { body: { name: 'Ring', parentId } })).body
    const top = await make(TOP)
    const below = await make((await make(top.id)).id)
    const ring = await anna.send(api.privateCannedMessageCategories.update, {
      params: { id: top.id },
      body: { parentId: below.id },
    })
    expect([ring.status, ring.body.message]).toEqual([400, expect.stringContaining("'parentId'")])
    const { id } = await anna.api.call('privateCannedMessages.create', {
      body: { name: 'x', message: 'x', categoryId: below.id },
    })
    const shown = await anna.api.call('privateCannedMessages.get', {
      params: { id },
      query: { include: ['privateCannedMessageCategory'] },
    })
    expect(shown.category).toEqual(below)
  })

  test('lose the questions that a change leaves out of its list', async () => {
    const body = { name: 'x', message: 'x', similarQuestions: ['Who?', 'Why?'] }
    const { id } = await anna.api.call('privateCannedMessages.create', { body })
    const params = { id }
    const added = await anna.send(api.privateCannedMessages.addSimilarQuestions, { params, body: ['When?', 'When?'] })
    expect(added.body.similarQuestions).toEqual(['Who?', 'Why?', 'When?'])
    const changed = await anna.api.call('privateCannedMessages.update', {
      params,
      body: { similarQuestions: ['Why?'] },
    })
    expect(changed.similarQuestions).toEqual(['Why?'])
  })

  test('go with their owner', async () => {
    const carl = await site.addAgent({ permissions: ['Manage Private Canned Messages'] })
    await carl.api.call('privateCannedMessages.create', { body: { name: 'x', message: 'x' } })
    await site.admin.api.call('agents.delete', { params: { id: carl.agentId } })
    const { rows } = await server.server.app.database.pool.query(
      'select 1 from private_canned_messages where agent_id = $1',
      [carl.agentId],
    )
    expect(rows).toEqual([])
  })
})
