import type { AnyOperation } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentedBody } from './example-requests.ts'
import { collections, settingsObjects } from './generated-checks.ts'
import { pathParameters, type World, worldOf } from './world.ts'

type Json = Record<string, unknown>

let server: TestServer
let site: TestSite
let world: World

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  const backup = await site.admin.api.call('departments.create', { body: { name: 'Backup' } })
  world = { ...(await worldOf(site)), backupDepartmentId: backup.id }
})

afterAll(() => server?.close())

/** Taken and never shown; null or empty in every answer. */
const SECRETS = /password|secret|certificate(?!FileName)|FileData$|APIKey$/i

describe('what the documentation shows can be sent, and is what is read afterwards', () => {
  test.each(settingsObjects)('$name', async ({ get, update }) => {
    // automatic invitations have operations of their own
    const { autoInvitations: _elsewhere, ...sent } = documentedBody(update as AnyOperation, world) as Json
    expect(await answer(update, { body: sent })).toMatchObject(shown(sent))
    expect(await answer(get)).toMatchObject(shown(sent))
  })

  test.each(collections)('$name', async (group) => {
    const sent = documentedBody(group.create as AnyOperation, world) as Json
    const created = (await answer(group.create, { body: sent })) as Json
    expect(created).toMatchObject(shown(sent))
    const id = created.id as string
    expect(await answer(group.get, { id })).toEqual(created)
    if (group.list) expect(JSON.stringify(await answer(group.list))).toContain(JSON.stringify(id))

    const change = { ...created, ...(documentedBody(group.update as AnyOperation, world) as Json), ...renamed(created) }
    const changed = await answer(group.update, { id, body: change })
    expect(changed).toMatchObject({ id, ...renamed(created) })
    expect(await answer(group.get, { id })).toEqual(changed)

    await answer(group.delete, { id })
    const { status, body } = await site.admin.send(group.get as AnyOperation, { params: paramsOf(group.get, id) })
    expect([status, body.code]).toEqual([404, 404000])
  })
})

/** Sends it, and fails unless it succeeds. */
async function answer(operation: AnyOperation | undefined, request: { id?: string; body?: unknown } = {}) {
  const { id, ...rest } = request
  const params = paramsOf(operation, id)
  const { status, body } = await site.admin.send(operation as AnyOperation, { params, ...rest })
  expect([operation?.id, status, status < 300 || body]).toEqual([operation?.id, operation?.ok.status, true])
  return body
}

function paramsOf(operation: AnyOperation | undefined, id: string | undefined) {
  const params = pathParameters(operation as AnyOperation, world)
  return id === undefined ? params : { ...params, id }
}

/** What of a body has to come back: lists may hold more than was sent, such as the role that everybody has. */
function shown(body: Json): Json {
  const keep = (value: unknown): unknown => {
    if (Array.isArray(value)) return expect.arrayContaining(value.map((item) => keep(item)))
    return typeof value === 'object' && value !== null ? expect.objectContaining(shown(value as Json)) : value
  }
  // a form numbers its fields, and says itself which are its own
  const own = 'isSystem' in body || 'field' in body ? /^(order|isSystem|id)$/ : /^$/
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => (SECRETS.test(key) || own.test(key) ? [] : [[key, keep(value)]])),
  )
}

/** Another name, for what has one. */
function renamed({ name }: Json): Json {
  return typeof name === 'string' ? { name: `${name} 2` } : {}
}
