import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../test/engine-app.ts'
import { engineSite, type TestAgent } from '../../../../test/engine-site.ts'
import * as tables from '../../../db/schema/index.ts'
import { newId } from '../../../lib/ids.ts'
import { acceptChat } from '../chats/commands/accept-chat.ts'
import { endChat } from '../chats/commands/end-chat.ts'
import { refuseChat } from '../chats/commands/refuse-chat.ts'
import { runningChatOf, runningChatsFor } from '../chats/commands/running-chats.ts'
import { leaveMessage } from '../offline-messages/leave-message.ts'
import { setAgentStatus } from '../presence/set-agent-status.ts'
import type { RoutingSettings } from './routing-rules.ts'

let engine: EngineApp
beforeAll(async () => {
  engine = await engineApp()
})
afterAll(() => engine.close())

async function siteWith({ isAutomatic = true, limit = 3 } = {}) {
  const site = await engineSite(engine)
  const { siteId, campaignId } = site
  const { db } = engine.app.database
  await db
    .update(tables.siteSettings)
    .set({ isAutoDistributionEnabled: isAutomatic })
    .where(eq(tables.siteSettings.siteId, siteId))
  await db
    .update(tables.autoDistributions)
    .set({ maxConcurrentChatsForAllAgents: limit })
    .where(eq(tables.autoDistributions.siteId, siteId))
  const setRouting = async (routing: Omit<RoutingSettings, 'rules'>) => {
    const part = { routing: { isEnable: true, ...routing } }
    await db
      .insert(tables.campaignParts)
      .values({ siteId, campaignId, ...part })
      .onConflictDoUpdate({ target: [tables.campaignParts.siteId, tables.campaignParts.campaignId], set: part })
  }
  const addRule = (rule: Partial<typeof tables.customRules.$inferInsert>) =>
    db.insert(tables.customRules).values({
      siteId,
      id: newId(),
      campaignId,
      isEnable: true,
      priority: 'normal',
      conditionMetType: 'all',
      createdTime: engine.clock.now,
      ...rule,
    })
  const chatsOf = async (agent: TestAgent) => (await runningChatsFor(agent.ctx, 'mine')).map((chat) => chat.id)
  return { site, siteId, db, setRouting, addRule, chatsOf }
}

const onPage = (value: string) => [{ field: 'ChatRequestingPageURL', operator: 'contains', value }]

describe('routing to a department', () => {
  test('by the first enabled rule that holds; others go where no rule says', async () => {
    const { site, setRouting, addRule } = await siteWith()
    const sales = await site.addDepartment('Sales')
    const support = await site.addDepartment('Support')
    await site.addAgent('Sally', { departmentIds: [sales] })
    await site.addAgent('Sue', { departmentIds: [support] })
    await setRouting({
      type: 'customRule',
      actionWhenNoRuleMatched: 'routeToDepartment',
      routeToIdWhenNoRuleMatched: support,
    })
    const toSales = { routeTo: 'department', routeToId: sales, conditions: onPage('/buy') }
    await addRule({ ...toSales, order: 1, isEnable: false, routeToId: support })
    await addRule({ ...toSales, order: 2 })
    const buys = await site.request(undefined, { pageUrl: 'https://shop.example/BUY/1' })
    const asks = await site.request()
    expect([buys.agentName, asks.agentName]).toEqual(['Sally', 'Sue'])
  })

  test('is not offered to anybody else, and the queue of the department counts', async () => {
    const { site, setRouting } = await siteWith({ limit: 1 })
    const sales = await site.addDepartment('Sales')
    const sally = await site.addAgent('Sally', { departmentIds: [sales] })
    await site.addAgent('Other')
    await setRouting({ type: 'simple', routeTo: 'department', routeToId: sales })
    const first = await site.request()
    const second = await site.request()
    expect([first.agentName, second.state, second.queue?.position]).toEqual(['Sally', 'waiting', 1])
    await endChat(sally.ctx, first.id)
    expect(await runningChatOf(second.visitor.ctx)).toMatchObject({ state: 'active', agentName: 'Sally' })
  })
})

describe('routing to an agent', () => {
  test('AGT-10 waits for that agent, however free the others are', async () => {
    const { site, setRouting, chatsOf } = await siteWith({ limit: 1 })
    const anna = await site.addAgent('Anna')
    const bob = await site.addAgent('Bob')
    await setRouting({ type: 'simple', routeTo: 'agent', routeToId: String(anna.id) })
    const first = await site.request()
    const second = await site.request()
    expect([await chatsOf(anna), second.state]).toEqual([[first.id], 'waiting'])
    await expect(acceptChat(bob.ctx, second.id)).rejects.toMatchObject({ error: 'conflict' })
    await endChat(anna.ctx, first.id)
    expect([await chatsOf(anna), await chatsOf(bob)]).toEqual([[second.id], []])
  })

  test('goes to anybody when that agent is not there any more', async () => {
    const { site, setRouting, chatsOf } = await siteWith({ limit: 1 })
    const anna = await site.addAgent('Anna')
    await setRouting({ type: 'simple', routeTo: 'agent', routeToId: String(anna.id) })
    await site.request()
    const second = await site.request()
    const bob = await site.addAgent('Bob')
    expect(await chatsOf(bob)).toEqual([])
    await setAgentStatus(anna.ctx, { agentId: anna.id, status: 'Away' })
    expect(await chatsOf(bob)).toEqual([second.id])
  })

  test('leaves a message when the agent is not there to begin with', async () => {
    const { site, setRouting, db } = await siteWith()
    const anna = await site.addAgent('Anna', { isOnline: false })
    await site.addAgent('Bob')
    await setRouting({ type: 'simple', routeTo: 'agent', routeToId: String(anna.id) })
    await expect(site.request()).rejects.toMatchObject({ error: 'conflict' })
    const { ctx } = await site.addVisitor()
    const { offlineMessageId } = await leaveMessage(ctx, {
      clientMessageId: 'm',
      campaignId: site.campaignId,
      pageUrl: null,
      pageTitle: null,
      name: 'Ada',
      email: 'ada@example.com',
      message: 'Hello?',
      phone: undefined,
      company: undefined,
      departmentId: undefined,
      subject: undefined,
    })
    const kept = await db.select().from(tables.offlineMessages).where(eq(tables.offlineMessages.id, offlineMessageId))
    expect(kept).toMatchObject([{ agentId: anna.id, departmentId: null }])
  })

  test('is refused when that agent refuses, with distribution off', async () => {
    const { site, setRouting } = await siteWith({ isAutomatic: false })
    const anna = await site.addAgent('Anna')
    const bob = await site.addAgent('Bob')
    await setRouting({ type: 'simple', routeTo: 'agent', routeToId: String(anna.id) })
    const chat = await site.request()
    const offered = async (agent: TestAgent) => (await runningChatsFor(agent.ctx, 'mine')).map(({ id }) => id)
    expect([await offered(anna), await offered(bob)]).toEqual([[chat.id], []])
    await refuseChat(anna.ctx, chat.id)
    const [row] = await engine.app.database.db.select().from(tables.chats).where(eq(tables.chats.id, chat.id))
    expect(row).toMatchObject({ state: 'ended', status: 'refused' })
  })
})

test('the more urgent chat is answered first', async () => {
  const { site, setRouting, addRule, chatsOf } = await siteWith({ limit: 1 })
  const anna = await site.addAgent('Anna')
  await setRouting({ type: 'customRule', priorityWhenNoRuleMatched: 'low' })
  await addRule({ order: 1, priority: 'highest', conditions: onPage('/vip') })
  const running = await site.request()
  const low = await site.request()
  const vip = await site.request(undefined, { pageUrl: 'https://shop.example/vip' })
  expect(vip.queue).toMatchObject({ position: 1 })
  await endChat(anna.ctx, running.id)
  expect(await chatsOf(anna)).toEqual([vip.id])
  expect(await runningChatOf(low.visitor.ctx)).toMatchObject({ state: 'waiting', queue: { position: 1 } })
})

test('a campaign may take messages only', async () => {
  const { site, setRouting } = await siteWith()
  await site.addAgent('Anna')
  await setRouting({ type: 'customRule', actionWhenNoRuleMatched: 'redirectToOfflineMessage' })
  await expect(site.request()).rejects.toMatchObject({ error: 'conflict' })
})
