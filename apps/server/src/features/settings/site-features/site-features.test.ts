import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { siteFeatures } from '../../../db/schema/index.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
})

afterAll(() => server?.close())

describe('translation excluded words', () => {
  test('are none at first, and each once', async () => {
    const own = await server.createSite()
    expect(await own.admin.api.call('translationExcludedWords.get')).toEqual({ excludedWords: [] })
    const body = { excludedWords: [' Parley', 'Parley', ' '] }
    const changed = await own.admin.api.call('translationExcludedWords.update', { body })
    expect(changed).toEqual({ excludedWords: ['Parley'] })
  })
})

describe('mobile push', () => {
  const put = (body: object) => site.admin.send(api.mobilePush.update, { body })

  test('keeps secrets to itself, in the database too', async () => {
    const secrets = { iosProductionCertificatePassword: 'open sesame', androidGcmAPIKey: 'AIza-very-secret' }
    const { status, body } = await put({
      ...secrets,
      androidGcmExtraData: '{}',
      iosProductionCertificateFileName: 'a.p12',
    })
    expect([status, body.iosProductionCertificatePassword, body.androidGcmAPIKey]).toEqual([200, '', ''])
    expect(body.iosProductionCertificateFileName).toBe('a.p12')
    const sealed = async () => {
      const [row] = await server.server.app.database.db
        .select()
        .from(siteFeatures)
        .where(eq(siteFeatures.siteId, site.siteId))
      return Object.keys(secrets).map((name) => row?.mobilePush?.[name])
    }
    const stored = await sealed()
    expect(stored).toEqual([expect.any(String), expect.any(String)])
    expect(JSON.stringify(stored)).not.toMatch(/open sesame|AIza/)
    // what was read can be sent back: empty secrets mean the stored ones
    expect((await put(body)).body).toEqual(body)
    expect(await sealed()).toEqual(stored)
  })

  test('needs what its type uses, and nothing else', async () => {
    const own = await server.createSite()
    const refused = await own.admin.send(api.mobilePush.update, { body: { androidType: 'thirdParty' } })
    expect([refused.status, refused.body.message.includes("'androidThirdPartyURL'")]).toEqual([400, true])
  })
})

describe('dynamic campaign', () => {
  const rule = () => ({
    name: 'Buyers',
    isEnabled: true,
    conditionMetType: 'all',
    targetCampaignId: site.campaignId,
    conditions: [{ field: 'CurrentPageURL', operator: 'contains', value: '/buy' }],
    order: 1,
  })
  const put = (body: object) => site.admin.send(api.dynamicCampaign.update, { body })

  test('shows the campaigns of its rules when asked', async () => {
    const { body } = await put({ defaultCampaignId: site.campaignId, dynamicCampaignRules: [rule()] })
    expect(body.dynamicCampaignRules).toEqual([
      { ...rule(), logicalExpression: null, conditions: [{ ...rule().conditions[0], order: 1 }] },
    ])
    const shown = await site.admin.send(api.dynamicCampaign.get, { query: { include: 'campaign' } })
    const campaign = { id: site.campaignId }
    expect(shown.body).toMatchObject({
      defaultCampaign: campaign,
      dynamicCampaignRules: [{ targetCampaign: campaign }],
    })
  })

  test.each([
    ['defaultCampaignId', () => ({ defaultCampaignId: crypto.randomUUID() })],
    ['dynamicCampaignRules[0].targetCampaignId', () => ({ ...rule(), targetCampaignId: crypto.randomUUID() })],
    ['dynamicCampaignRules[0].logicalExpression', () => ({ ...rule(), conditionMetType: 'logicalExpression' })],
    [
      'dynamicCampaignRules[0].conditions[0].operator',
      () => ({ ...rule(), conditions: [{ field: 'City', operator: 'contains', value: 'x' }] }),
    ],
  ])('refuses a wrong %s', async (name, change) => {
    const { status, body } = await put(name.includes('[') ? { dynamicCampaignRules: [change()] } : change())
    expect([status, body.code]).toEqual([400, 400000])
    expect(body.message).toContain(`'${name}'`)
  })
})
