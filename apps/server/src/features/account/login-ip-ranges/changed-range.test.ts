import { api } from '@parley/contract'
import { startTestServer, type TestServer } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const HOME = '198.51.100.7'
const AWAY = '203.0.113.9'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ env: { PARLEY_TRUST_PROXY: '1' } })
})

afterAll(() => server?.close())

test('a range that is changed or deleted counts so from the next request on', async () => {
  const { admin } = await server.createSite()
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address, 'x-forwarded-proto': 'https' } })
  const call = async (address: string) => (await admin.send(api.roles.list, from(address))).status
  // the tests' own address stays allowed
  await admin.api.call('whitelistedLoginIPRanges.create', { body: { ipFrom: '127.0.0.1', ipTo: '127.0.0.1' } })
  const body = { ipFrom: '198.51.100.1', ipTo: '198.51.100.254' }
  const { id } = await admin.api.call('whitelistedLoginIPRanges.create', { body })
  expect([await call(HOME), await call(AWAY)]).toEqual([200, 403])

  const moved = { ipFrom: '203.0.113.1', ipTo: '203.0.113.254' }
  await admin.api.call('whitelistedLoginIPRanges.update', { params: { id }, body: moved })
  expect([await call(HOME), await call(AWAY)]).toEqual([403, 200])
  expect(await admin.api.call('whitelistedLoginIPRanges.get', { params: { id } })).toMatchObject(moved)
  expect(await admin.api.call('whitelistedLoginIPRanges.list')).toHaveLength(2)

  const wrong = await admin.send(api.whitelistedLoginIPRanges.update, { params: { id }, body: { ipTo: '192.0.2.1' } })
  expect(wrong.status).toBe(400)
  expect(await call(AWAY)).toBe(200)

  await admin.api.call('whitelistedLoginIPRanges.delete', { params: { id } })
  expect(await call(AWAY)).toBe(403)
})
