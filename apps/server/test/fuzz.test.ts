import { type AnyOperation, type Fields, operations } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notYet } from '../src/features/not-yet.ts'
import { validBody } from './bodies.ts'
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

const RUNS = 12
/** These would lock the caller out when chance strikes; tests of their own look at their input. */
const LOCKING = new Set([
  'whitelistedLoginIPRanges.create',
  'whitelistedLoginIPRanges.update',
  'agents.changeMyPassword',
  'parley.signOut',
])

const built = operations.filter(({ id, access }) => !notYet.includes(id) && !LOCKING.has(id) && access !== 'public')

/** Words with a meaning to databases, browsers, parsers and clocks, beside plain chance. */
const nasty = fc.constantFrom(
  '',
  ' ',
  "'; drop table chats; --",
  '<img src=x onerror=alert(1)>',
  '\u0000',
  '\ud800',
  '‮',
  '9999-12-31T23:59:59Z',
  '0000-01-01',
  '-1',
  '1e309',
  '2147483648',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(5000),
  '((((((((((a+)+)+)+',
  '%_\\',
)
const scalar = fc.oneof(nasty, fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 12 }), scalar, { maxKeys: 4 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown> },
)

interface Shape {
  readonly properties?: Record<string, { type?: string | string[]; enum?: unknown[] }>
}

/** Mostly what the operation takes, with some properties of chance: deep enough to reach rules and database. */
function bodies(operation: AnyOperation): fc.Arbitrary<unknown> {
  if (operation.body?.kind === 'list') return fc.oneof(fc.array(value, { maxLength: 4 }), value)
  const { properties = {} } = (operation.body?.schema ?? {}) as Shape
  const typed = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, fc.oneof(likely(schema), value)]),
  )
  return fc.record(typed, { requiredKeys: [] }).map((change) => validBody(operation, change))
}

function likely({ type, enum: words }: { type?: string | string[]; enum?: unknown[] }): fc.Arbitrary<unknown> {
  if (words) return fc.constantFrom(...words)
  const [first] = [type].flat()
  if (first === 'integer' || first === 'number') return fc.integer()
  if (first === 'boolean') return fc.boolean()
  if (first === 'array') return fc.array(value, { maxLength: 3 })
  return first === 'string' ? fc.oneof(nasty, fc.string()) : value
}

function queries(operation: AnyOperation): fc.Arbitrary<Record<string, string>> {
  const fields = operation.query as Fields
  const text = fc.oneof(nasty, fc.string(), fc.integer().map(String))
  const names = Object.keys(fields)
  return names.length ? fc.dictionary(fc.constantFrom(...names), text) : fc.constant({})
}

describe('whatever is sent, the server stays polite', () => {
  test.each(built.map((operation) => [operation.id, operation] as const))('%s', async (_id, operation) => {
    const input = fc.record({
      body: operation.body ? bodies(operation) : fc.constant(undefined),
      query: queries(operation),
    })
    await fc.assert(
      fc.asyncProperty(input, async ({ body, query }) => {
        const params = pathParameters(operation, world)
        const { status, body: answer } = await site.admin.send(operation, {
          params,
          query,
          ...(operation.body ? { body } : {}),
        })
        expect(status, JSON.stringify({ query, body, answer })).toBeLessThan(500)
        if (status >= 400) expect(answer).toEqual({ code: expect.any(Number), message: expect.any(String) })
      }),
      { numRuns: RUNS },
    )
  })
})
