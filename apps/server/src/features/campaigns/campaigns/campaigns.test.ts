import { randomUUID } from 'node:crypto'
import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, visitorOf } from '../../../../test/live-data.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

const newName = () => `Campaign ${randomUUID()}`

describe('a new site', () => {
  test('has one campaign that every agent sees', async () => {
    const own = await server.createSite()
    const agent = await own.addAgent()
    const campaigns = await agent.api.call('campaigns.list')
    expect(campaigns).toMatchObject([{ id: own.campaignId, name: 'Default Plan', language: 'English' }])
  })
})

describe('campaigns.create', () => {
  test('takes the documented default for the language', async () => {
    const name = newName()
    const made = await site.admin.api.call('campaigns.create', { body: { name } })
    expect(made).toEqual({ id: expect.any(String), name, description: null, language: 'English' })
  })

  test('refuses a name that is in use', async () => {
    const name = newName()
    await site.admin.api.call('campaigns.create', { body: { name } })
    const again = await site.admin.send(api.campaigns.create, { body: { name } })
    expect([again.status, again.body.message]).toEqual([400, "Parameter 'name' is already in use."])
  })
})

describe('campaigns.delete', () => {
  test('refuses the last one, also when the last two are deleted at once', async () => {
    const own = await server.createSite()
    const second = await own.admin.api.call('campaigns.create', { body: { name: newName() } })
    const ids = [own.campaignId, second.id]
    const answers = await Promise.all(ids.map((id) => own.admin.send(api.campaigns.delete, { params: { id } })))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 400])
    expect(answers.find(({ status }) => status === 400)?.body.message).toContain('the last campaign of the site')
    expect(await own.admin.api.call('campaigns.list')).toHaveLength(1)
  })

  test('refuses one with a running chat and names it', async () => {
    const own = await server.createSite()
    await own.admin.api.call('campaigns.create', { body: { name: newName() } })
    const agent = await agentAtWork(server, own)
    const visitor = await visitorOf(server, own)
    const chat = await visitor.startChat()
    const remove = () => own.admin.send(api.campaigns.delete, { params: { id: own.campaignId } })
    const refused = await remove()
    expect([refused.status, refused.body.code]).toEqual([400, 400000])
    expect(refused.body.message).toContain("'Default Plan'")
    await chat.end()
    expect((await remove()).status).toBe(204)
    await Promise.all([agent.close(), visitor.close()])
  })
})

describe('installationCode.get', () => {
  test('loads the widget of this installation with site and campaign', async () => {
    const { code } = await site.admin.api.call('installationCode.get', { params: { campaignId: site.campaignId } })
    expect(code).toContain(`s.src = '${server.url}/widget/loader.js'`)
    expect(code).toContain(`p.site_id = ${site.siteId}`)
    expect(code).toContain(`p.main_code_plan = '${site.campaignId}'`)
  })
})
