import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkTarget } from './check-target.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

describe('webhooks', () => {
  test.each([
    ['chatEnds', 'chatEnds'],
    ['CHATREQUESTED', 'chatRequested'],
    ['chatEnded', 'chatEnds'],
    ['chatStarted', 'chatStarts'],
    ['operatorEventNotification', 'agentStatusChanges'],
    ['agentStatusChanged', 'agentStatusChanges'],
  ])('take the event %s and show %s', async (event, shown) => {
    const targetUrl = 'https://crm.example/hook?key=1'
    const { status, body } = await site.admin.send(api.webhooks.create, { body: { event, targetUrl } })
    expect([status, body]).toEqual([201, { id: body.id, event: shown, targetUrl }])
  })

  test('keep what a change leaves out, and check what it sets', async () => {
    const body = { event: 'chatEnds', targetUrl: 'https://crm.example/hook' } as const
    const made = await site.admin.api.call('webhooks.create', { body })
    const change = (change: object) => site.admin.send(api.webhooks.update, { params: { id: made.id }, body: change })
    expect((await change({ event: 'chatWrappedUp' })).body).toEqual({ ...made, event: 'chatWrappedUp' })
    const refused = await change({ targetUrl: 'http://localhost/' })
    expect([refused.status, refused.body.message.includes("'targetUrl'")]).toEqual([400, true])
  })
})

const nowhere = async () => []

describe('the target of a webhook', () => {
  test.each(['https://crm.example/a', 'http://93.184.215.14:8080/', 'https://[2606:4700::6810:84e5]/'])(
    'can be %s',
    async (url) => {
      await expect(checkTarget('targetUrl', url, { resolve: nowhere })).resolves.toBeUndefined()
    },
  )

  test.each([
    'crm.example',
    'ftp://crm.example/',
    'javascript:alert(1)',
    'https://user:secret@crm.example/',
    'http://localhost:8080/',
    'http://db.localhost./',
    'http://intranet/',
    'http://metadata.google.internal/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://10.1.2.3/',
    'http://172.31.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
  ])('cannot be %s', async (url) => {
    await expect(checkTarget('targetUrl', url, { resolve: nowhere })).rejects.toThrow("'targetUrl'")
  })

  test('cannot be a name that leads to a private address, even beside a public one', async () => {
    const resolve = async (host: string) => (host === 'rebound.example' ? ['93.184.215.14', '10.0.0.7'] : [])
    await expect(checkTarget('targetUrl', 'https://Rebound.example./', { resolve })).rejects.toThrow(
      'private or loopback',
    )
    await expect(checkTarget('targetUrl', 'https://crm.example/', { resolve })).resolves.toBeUndefined()
  })

  test('can be anywhere when the operator allows it, but is still a web address', async () => {
    const rules = { isInnerAllowed: true, resolve: nowhere }
    await expect(checkTarget('targetUrl', 'http://10.1.2.3/', rules)).resolves.toBeUndefined()
    await expect(checkTarget('targetUrl', 'ftp://10.1.2.3/', rules)).rejects.toThrow("'targetUrl'")
    const own = await startTestServer({ env: { PARLEY_ALLOW_PRIVATE_TARGETS: '1' } })
    const { admin } = await own.createSite()
    const body = { event: 'chatEnds', targetUrl: 'http://127.0.0.1:9/hook' }
    expect((await admin.send(api.webhooks.create, { body })).status).toBe(201)
    await own.close()
  })
})
