import { type AnyOperation, operations } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findResource } from '../src/kit/references.ts'
import { badBodies, goodBody, unknownReferences } from './bad-bodies.ts'
import { takesBody } from './generated-checks.ts'
import { visitorOf } from './live-data.ts'
import { pathParameters, type World, worldOf } from './world.ts'

let server: TestServer
let site: TestSite
let here: World
let elsewhere: World

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  here = await fullWorldOf(site)
  elsewhere = await fullWorldOf(await server.createSite())
})

afterAll(() => server?.close())

async function fullWorldOf(of: TestSite): Promise<World> {
  const visitor = await visitorOf(server, of)
  await visitor.close()
  const body = { name: 'Bought', type: 'api', isEnable: true } as const
  const { name } = await of.admin.api.call('conversionActions.create', { body })
  return { ...(await worldOf(of)), visitor: visitor.visitorId, 'text:conversionName': name }
}

const withBody = operations.filter(takesBody)
const makers = withBody.filter(({ body }) => body?.kind === 'create')

/** What grants rights is not one's own to change, and ignored in one's own profile. */
const IGNORED: Readonly<Record<string, readonly string[]>> = {
  'agents.updateMe': ['permissionIds[0]', 'roleIds[0]', 'departmentIds[0]', 'shiftIds[0]'],
}

/** What a refused request must not have changed: the object, or the list it would be in. */
async function look(operation: AnyOperation): Promise<unknown> {
  const reader = operations.find(({ method, path }) => method === 'GET' && path === operation.path)
  if (!reader) return undefined
  const paged = 'pageSize' in reader.query ? { pageSize: '1000' } : {}
  const { body } = await site.admin.send(reader, { params: pathParameters(reader, here), query: paged })
  return body
}

describe('every id in a body', () => {
  test.each(withBody)('$id names something these tests know', (operation) => {
    expect(unknownReferences(operation)).toEqual([])
  })
})

describe('one wrong value', () => {
  test.each(withBody)('$id names it, and changes nothing', async (operation) => {
    const before = await look(operation)
    const taken: unknown[] = []
    for (const { path, why, body } of badBodies(operation, here, elsewhere)) {
      if (IGNORED[operation.id]?.includes(path)) continue
      const answer = await site.admin.send(operation, { params: pathParameters(operation, here), body })
      // a refusal may name the list and then the value instead of its place
      const isNamed = String(answer.body?.message)
        .replaceAll('[0]', '')
        .includes(`'${path.replaceAll('[0]', '')}`)
      if (answer.status !== 400 || !isNamed) taken.push([why, path, answer.status, answer.body?.message])
    }
    expect(taken).toEqual([])
    expect(await look(operation)).toEqual(before)
  })
})

const named = makers.flatMap((operation) => {
  const properties = Object.values(findResource(operation.body?.entity?.name ?? '')?.spec.unique ?? {})
  return properties.map((property) => [operation.id, property, operation] as const)
})

describe('a name that is in use', () => {
  test('is looked for in more than five resources', () => {
    expect(named.length).toBeGreaterThan(5)
  })

  test.each(named)('%s: %s', async (id, property, operation) => {
    const params = pathParameters(operation, here)
    const make = (change: object) =>
      site.admin.send(operation, { params, body: { ...(goodBody(operation, here) as object), ...change } })
    const [one, two] = [await make({}), await make({})]
    expect([one.status, two.status]).toEqual([201, 201])
    const before = await look(operation)
    for (const name of [one.body[property], one.body[property].toUpperCase()]) {
      const again = await make({ [property]: name })
      expect([again.status, again.body.message]).toEqual([400, `Parameter '${property}' is already in use.`])
    }
    expect(await look(operation)).toEqual(before)
    const update = operations.find((other) => other.id === id.replace('.create', '.update')) as AnyOperation
    if (!update.body?.entity?.fields[property] || update.body.entity.fields[property].facts.mode === 'once') return
    const renamed = await site.admin.send(update, {
      params: { ...params, id: two.body.id },
      body: { [property]: one.body[property].toUpperCase() },
    })
    expect([renamed.status, renamed.body.message]).toEqual([400, `Parameter '${property}' is already in use.`])
    expect(await look(operation)).toEqual(before)
  })
})
