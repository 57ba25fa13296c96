import { api } from '@parley/contract'
import { startTestServer, type TestServer, type TestSite } from '@parley/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentAtWork, playChat, visitorOf } from '../../../../test/live-data.ts'
import { conversions } from '../../../db/schema/index.ts'

let server: TestServer
let site: TestSite

beforeAll(async () => {
  server = await startTestServer()
  site = await server.createSite()
  await site.admin.api.call('customVariables.create', { body: { name: 'Total', type: 'decimal' } })
})

afterAll(() => server?.close())

const newName = () => `Conversion ${crypto.randomUUID()}`
const create = (body: object) => site.admin.send(api.conversionActions.create, { body: { name: newName(), ...body } })
const achieve = (body: object) => site.admin.send(api.conversionActions.achieved, { body })

const ofTotal = { customVariableUsedToDetermineConversion: 'Total' }

describe('conversionActions.create', () => {
  test('tells who made it and when', async () => {
    const { body: made } = await create({ type: 'url', operator: 'isLessThan', value: '/thanks', appendFieldList: '' })
    expect(made).toMatchObject({
      operator: 'isLessThen',
      appendFieldList: [],
      createdByAgentId: site.admin.agentId,
      lastUpdatedByAgentId: site.admin.agentId,
    })
    const { body } = await site.admin.send(api.conversionActions.get, {
      params: { id: made.id },
      query: { include: 'agent' },
    })
    const agent = { id: site.admin.agentId }
    expect(body).toMatchObject({ createdAgent: agent, lastUpdatedAgent: agent })
  })

  test.each([
    ['value', { type: 'url', operator: 'regularExpression', value: '(' }],
    ['chatInLastDays', { type: 'url', chatInLastDays: 31 }],
    [
      'customVariableUsedToDetermineConversion',
      { type: 'customVariable', customVariableUsedToDetermineConversion: 'x' },
    ],
  ])('refuses a wrong %s', async (name, body) => {
    const answer = await create(body)
    expect([answer.status, answer.body.code]).toEqual([400, 400000])
    expect(answer.body.message).toContain(`'${name}'`)
  })

  test.each([
    ['operator', { type: 'url', value: '/thanks' }],
    ['value', { type: 'url', operator: 'is' }],
    ['value', { type: 'url', operator: 'is', value: ' ' }],
    ['customVariableUsedToDetermineConversion', { type: 'customVariable', operator: 'is', value: '1' }],
    ['operator', { type: 'url', operator: 'isMoreThen', value: '3' }],
    ['value', { type: 'customVariable', operator: 'isLessThen', value: 'few', ...ofTotal }],
  ])('needs %s before it is enabled', async (name, body) => {
    const refused = await create({ ...body, isEnable: true })
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining(`'${name}'`)])
    const { status, body: made } = await create(body)
    expect(status).toBe(201)
    const params = { id: made.id }
    const enabled = await site.admin.send(api.conversionActions.update, { params, body: { isEnable: true } })
    expect([enabled.status, enabled.body.message]).toEqual([400, expect.stringContaining(`'${name}'`)])
    expect(await site.admin.api.call('conversionActions.get', { params })).toEqual(made)
  })

  test('needs a name of its own, in any case', async () => {
    const { body: made } = await create({ type: 'api' })
    expect((await create({ type: 'api', name: made.name.toUpperCase() })).body.message).toContain("'name'")
  })
})

describe('conversionActions.achieved', () => {
  test('notes the conversion with the last chat that counts', async () => {
    const agent = await agentAtWork(server, site)
    const visitor = await visitorOf(server, site)
    const { chatId } = await playChat(visitor, agent, {}, [
      ['visitor', 'Hello'],
      ['visitor', 'I want to buy'],
    ])
    await playChat(visitor, agent, {}, [['visitor', 'Bye']])
    const { body: action } = await create({
      type: 'api',
      isEnable: true,
      chatAssociatedWithConversion: 'theLastChat',
      isChatWithAtLeastCertainVisitorMessagesConsidered: true,
      visitorMessagesAtLeast: 2,
    })
    const body = { conversion_name: action.name.toUpperCase(), visitorId: visitor.visitorId, value: 12.5 }
    const answer = await achieve(body)
    const { visitorId } = visitor
    expect([answer.status, answer.body]).toEqual([200, { conversionName: action.name, visitorId, value: 12.5 }])
    const noted = () =>
      server.server.app.database.db.select().from(conversions).where(eq(conversions.conversionActionId, action.id))
    expect(await noted()).toMatchObject([{ chatId, visitorId, sessionId: visitor.sessionId, value: 12.5 }])
    await site.admin.api.call('conversionActions.delete', { params: { id: action.id } })
    expect(await noted()).toEqual([])
    await Promise.all([agent.close(), visitor.close()])
  })

  test('is refused for who is not online, and for what is no enabled conversion by API', async () => {
    const { body: action } = await create({ type: 'api', isEnable: true })
    const { body: disabled } = await create({ type: 'api', isEnable: false })
    const visitorId = crypto.randomUUID()
    const gone = await achieve({ conversionName: action.name, visitorId, value: 1 })
    expect([gone.status, gone.body.message.includes("'visitorId'")]).toEqual([400, true])
    for (const conversionName of [disabled.name, 'Nothing of the kind']) {
      const answer = await achieve({ conversionName, visitorId, value: 1 })
      expect([answer.status, answer.body.message.includes("'conversionName'")]).toEqual([400, true])
    }
  })
})
