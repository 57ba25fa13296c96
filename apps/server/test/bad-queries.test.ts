import { type AnyOperation, type Fields, operations } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathParameters, type World, worldOf } from './world.ts'

let server: TestServer
let site: TestSite
let world: World

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  world = await worldOf(site)
})

afterAll(() => server?.close())

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly 'x-reads'?: string
}

const SAMPLES: Readonly<Record<string, string>> = {
  timeFrom: '2026-01-01T00:00:00',
  timeTo: '2026-01-02T00:00:00',
  group: 'day',
}
const withQuery = operations.filter(({ access, query }) => access !== 'public' && Object.keys(query).length > 0)

/** What a parameter must not be. */
function wrongTexts(schema: Schema): string[] {
  const words = schema.enum ?? schema.items?.enum
  if (words) return ['no such word']
  if (schema.type === 'integer') {
    const { minimum = 0, maximum = 0 } = schema
    return ['many', '1.5', String(minimum - 1), String(maximum + 1)]
  }
  if (schema.type === 'number') return ['many']
  if (schema['x-reads'] === 'guid') return ['not-an-id']
  if (schema['x-reads'] === 'date-time' || schema['x-reads'] === 'date') return ['yesterday', '2026-13-01T00:00:00Z']
  if (schema.type === 'boolean') return ['perhaps']
  return schema.maxLength ? ['x'.repeat(schema.maxLength + 1)] : []
}

test.each(withQuery)('$id names the one wrong parameter of its query', async (operation: AnyOperation) => {
  const fields = Object.entries(operation.query as Fields)
  const needed = fields.flatMap(([name, { facts }]) => (facts.isMandatory ? [[name, SAMPLES[name] ?? 'x']] : []))
  const taken: unknown[] = []
  let tried = 0
  for (const [name, { facts }] of fields) {
    for (const text of wrongTexts(facts.schema as Schema)) {
      tried++
      const query = { ...Object.fromEntries(needed), [name]: text }
      const { status, body } = await site.admin.send(operation, { params: pathParameters(operation, world), query })
      const isNamed = String(body?.message).includes(`'${name}`)
      if (status !== 400 || !isNamed) taken.push([name, text.slice(0, 40), status, body?.message])
    }
  }
  expect(taken).toEqual([])
  expect(tried).toBeGreaterThan(0)
})
