import { api, CLOSE_BANNED } from '@parley/contract'
import { startTestServer, type TestServer } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGE } from '../../../../test/live-data.ts'
import { RawClient } from '../../../../test/raw-client.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server?.close())

const connect = () => RawClient.open(`${server.url.replace('http', 'ws')}/realtime/visitor`)

describe('a ban that is changed', () => {
  test('sends away at once whom it is newly about, and lets the others in again', async () => {
    const site = await server.createSite()
    const { siteId, campaignId } = site
    const hello = { siteId, campaignId, page: PAGE }
    const ban = await site.admin.api.call('bans.create', { body: { type: 'ip', ip: '203.0.113.9' } })
    const visitor = await connect()
    await visitor.call('visitor.hello', hello)
    const params = { id: ban.id }

    await site.admin.api.call('bans.update', { params, body: { ip: '127.0.0.1' } })
    expect((await visitor.closed).code).toBe(CLOSE_BANNED)
    const again = await connect()
    expect(await again.ask('visitor.hello', hello)).toMatchObject({ ok: false, code: 403000 })

    await site.admin.api.call('bans.update', { params, body: { ip: '203.0.113.9' } })
    const back = await connect()
    expect(await back.ask('visitor.hello', hello)).toMatchObject({ ok: true })
    await back.close()
  })

  test('stays as it was when the change is refused', async () => {
    const { admin } = await server.createSite()
    const ban = await admin.api.call('bans.create', { body: { type: 'ip', ip: '203.0.113.9' } })
    const params = { id: ban.id }
    expect((await admin.send(api.bans.update, { params, body: { ip: '999.1.1.1', comment: 'x' } })).status).toBe(400)
    expect(await admin.api.call('bans.get', { params })).toEqual(ban)
    expect(await admin.api.call('bans.list')).toEqual([ban])
  })
})
