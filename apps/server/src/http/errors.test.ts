import { startTestServer, type TestServer } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server?.close())

test.each([
  ['/api/v3/globalSettings/agents/%zz', 400, 400000],
  ['/api/v3/globalSettings/agents/%', 400, 400000],
  ['/api/v3/nowhere', 404, 404000],
])('GET %s is refused like everything else', async (path, status, code) => {
  const response = await fetch(server.url + path)
  expect([response.status, await response.json()]).toEqual([status, { code, message: expect.any(String) }])
})
