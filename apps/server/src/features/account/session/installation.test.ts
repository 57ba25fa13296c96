import { api } from '@parley/contract'
import { sendRaw, startTestServer, type TestServer } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server?.close())

test('the sign-in page hears of the installation, and of its site as long as there is one only', async () => {
  const ask = async () => (await sendRaw(server.url, undefined, api.parley.installation)).body
  const plain = { version: expect.stringMatching(/^\d+\.\d+\.\d+/), isDemo: false, demoUrl: null }
  expect(await ask()).toMatchObject({ ...plain, defaultSiteId: null })
  const first = await server.createSite()
  expect(await ask()).toMatchObject({ ...plain, defaultSiteId: first.siteId })
  await server.createSite()
  expect(await ask()).toMatchObject({ ...plain, defaultSiteId: null })
})
