import { randomUUID } from 'node:crypto'
import { type AnyOperation, entities, type Fields, operations } from '@parley/contract'
import { type Actor, sendRaw, startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notYet } from '../src/features/not-yet.ts'
import { validBody, wrongTypes } from './bodies.ts'
import { hasIds, isGuarded, needsPermission, takesEntity } from './generated-checks.ts'
import { pathParameters, type World, worldOf } from './world.ts'

let server: TestServer
let site: TestSite
let other: TestSite
let nobody: Actor
let world: World

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  other = await server.createSite()
  nobody = await site.addAgent({ permissions: [] })
  world = await worldOf(site)
})

afterAll(() => server?.close())

const built = operations.filter(({ id }) => !notYet.includes(id))
const guarded = built.filter(isGuarded)
const withPermission = built.filter(needsPermission)
const withIds = built.filter(hasIds)
const withBody = built.filter(takesEntity)

test('every operation of the contract has exactly one route, or is listed as not yet built', () => {
  const served = server.server.routes.map(({ operation }) => operation.id)
  expect([...served, ...notYet].sort()).toEqual(operations.map(({ id }) => id).sort())
  expect(new Set(served).size).toBe(served.length)
})

test('every reference between entities names an entity', () => {
  const names = new Set(Object.values(entities).map(({ name }) => name))
  for (const { name, fields } of Object.values(entities)) {
    for (const [field, { facts }] of Object.entries(fields))
      if (facts.refersTo) expect(names, `${name}.${field}`).toContain(facts.refersTo)
  }
})

describe('without credentials', () => {
  test.each(guarded)('$id answers 401', async (operation) => {
    const none = await sendRaw(server.url, undefined, operation, requestFor(operation))
    expect([none.status, none.body.code]).toEqual([401, 401000])
    const wrong = await sendRaw(server.url, 'not.a.token', operation, requestFor(operation))
    expect([wrong.status, wrong.body.code]).toEqual([401, 401000])
  })
})

describe('without the permission', () => {
  test.each(withPermission)('$id answers 403', async (operation) => {
    const { status, body } = await nobody.send(operation, requestFor(operation))
    expect([status, body.code]).toEqual([403, 403000])
  })
})

describe('ids', () => {
  test.each(withIds)('$id does not reach another site', async (operation) => {
    const { status, body } = await other.admin.send(operation, requestFor(operation))
    expect([status, body.code]).toEqual([404, 404000])
  })

  test.each(withIds)('$id answers 404 for an unknown id', async (operation) => {
    const [name, field] = Object.entries(operation.params).at(-1) as [string, AnyOperation['params'][string]]
    const unknown = field.facts.schema.type === 'integer' ? 987_654_321 : randomUUID()
    const request = requestFor(operation)
    const { status, body } = await site.admin.send(operation, {
      ...request,
      params: { ...request.params, [name]: unknown },
    })
    expect([status, body.code]).toEqual([404, 404000])
  })

  test.each(withIds)('$id answers 400 for a malformed id and names it', async (operation) => {
    const name = Object.keys(operation.params).at(-1) as string
    const request = requestFor(operation)
    const { status, body } = await site.admin.send(operation, {
      ...request,
      params: { ...request.params, [name]: 'not-an-id' },
    })
    expect([status, body.code]).toEqual([400, 400000])
    expect(body.message).toContain(`'${name}'`)
  })
})

describe('bodies', () => {
  test.each(withBody)('$id refuses every wrong type and names the property', async (operation) => {
    for (const { field, value } of wrongTypes(operation)) {
      const { status, body } = await site.admin.send(operation, requestFor(operation, { [field]: value }))
      expect([field, status, body?.code]).toEqual([field, 400, 400000])
      expect(body.message).toContain(`'${field}`)
    }
  })

  test.each(withBody)('$id refuses malformed JSON, invalid UTF-8 and other content types', async (operation) => {
    const { params } = requestFor(operation)
    const broken = await site.admin.send(operation, { params: params ?? {}, raw: '{"broken": ' })
    expect([broken.status, broken.body.code]).toEqual([400, 400000])
    const bytes = await site.admin.send(operation, { params: params ?? {}, raw: new Uint8Array([0x22, 0xff, 0x22]) })
    expect([bytes.status, bytes.body.code]).toEqual([400, 400000])
    const xml = await site.admin.send(operation, {
      params: params ?? {},
      raw: '<a/>',
      headers: { 'content-type': 'text/xml' },
    })
    expect([xml.status, xml.body.code]).toEqual([415, 415000])
  })
})

/** A request that is right in everything but what the test changes. */
function requestFor(operation: AnyOperation, change: object = {}) {
  const body = operation.body ? { body: validBody(operation, change) } : {}
  return { params: pathParameters(operation, world), query: requiredQuery(operation), ...body }
}

function requiredQuery(operation: AnyOperation): Record<string, string> {
  const samples: Record<string, string> = {
    timeFrom: '2026-01-01T00:00:00',
    timeTo: '2026-01-02T00:00:00',
    group: 'day',
  }
  const query = operation.query as Fields
  const needed = Object.entries(query).filter(([, field]) => field.facts.isMandatory)
  return Object.fromEntries(needed.map(([name]) => [name, samples[name] ?? 'x']))
}
