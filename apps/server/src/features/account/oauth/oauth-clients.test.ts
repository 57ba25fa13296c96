import { api } from '@parley/contract'
import { startTestServer, type TestServer } from '@parley/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server?.close())

test('the applications of a site are listed to whoever manages them, without those of other sites', async () => {
  const [site, other] = [await server.createSite(), await server.createSite()]
  const register = (name: string) =>
    site.admin.api.call('oauthClients.create', { body: { name, redirectUris: ['https://app.example.com/callback'] } })
  const [warehouse, till] = [await register('Warehouse'), await register('Till')]
  const listed = await site.admin.api.call('oauthClients.list')
  expect(listed.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([till, warehouse])
  expect(JSON.stringify(listed)).not.toMatch(/secret/i)
  expect(await other.admin.api.call('oauthClients.list')).toEqual([])
  const nobody = await site.addAgent({ permissions: [] })
  expect((await nobody.send(api.oauthClients.list)).status).toBe(403)

  await site.admin.api.call('oauthClients.delete', { params: { id: till.id } })
  expect(await site.admin.api.call('oauthClients.list')).toEqual([warehouse])
})
