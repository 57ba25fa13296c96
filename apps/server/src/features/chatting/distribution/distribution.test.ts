import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../test/engine-app.ts'
import { engineSite, type TestAgent } from '../../../../test/engine-site.ts'
import * as tables from '../../../db/schema/index.ts'
import type { DomainEvent } from '../../../events/domain-events.ts'
import { contextFor } from '../../../request-context.ts'
import { acceptChat } from '../chats/commands/accept-chat.ts'
import { endChat } from '../chats/commands/end-chat.ts'
import { expireOffer } from '../chats/commands/expire-offer.ts'
import { redistribute } from '../chats/commands/redistribute.ts'
import { refuseChat } from '../chats/commands/refuse-chat.ts'
import { runningChatOf, runningChatsFor } from '../chats/commands/running-chats.ts'
import { transferChat } from '../chats/commands/transfer-chat.ts'
import { setAgentStatus } from '../presence/set-agent-status.ts'

let engine: EngineApp
let heard: DomainEvent[] = []
beforeAll(async () => {
  engine = await engineApp()
  engine.app.bus.subscribe((event) => heard.push(event))
})
afterAll(async () => {
  await engine.close()
})

type Settings = Partial<typeof tables.autoDistributions.$inferInsert>

async function siteWith(settings: Settings = {}, isAutomatic = true) {
  const site = await engineSite(engine)
  const { siteId } = site
  const { db } = engine.app.database
  const system = contextFor(engine.app, { kind: 'system', siteId } as const)
  if (Object.keys(settings).length) {
    await db.update(tables.autoDistributions).set(settings).where(eq(tables.autoDistributions.siteId, siteId))
  }
  const switchAutomatic = async (isOn: boolean) => {
    await db
      .update(tables.siteSettings)
      .set({ isAutoDistributionEnabled: isOn })
      .where(eq(tables.siteSettings.siteId, siteId))
    await redistribute(system)
  }
  await switchAutomatic(isAutomatic)
  const byHand = (agent: TestAgent) =>
    db.insert(tables.agentDistributions).values({ siteId, agentId: agent.id, ifAutoAcceptChat: false })
  const chatsOf = async (agent: TestAgent) => (await runningChatsFor(agent.ctx, 'mine')).map((chat) => chat.id)
  heard = []
  return { site, siteId, db, system, switchAutomatic, byHand, chatsOf }
}

const offers = () => heard.flatMap((event) => (event.type === 'chat.offered' ? [event.agentIds] : []))
const offersEnded = () => heard.flatMap((event) => (event.type === 'chat.offerEnded' ? [event.agentIds] : []))
const ended = () =>
  heard.flatMap((event) => (event.type === 'chat.changed' && event.chat.state === 'ended' ? [event.chat] : []))

describe('an agent who does not accept by itself', () => {
  test('is asked alone for 60 s; then the next one is, and the first again when all were', async () => {
    const { site, system, byHand } = await siteWith()
    const anna = await site.addAgent('Anna')
    const bob = await site.addAgent('Bob')
    await byHand(anna)
    await byHand(bob)
    const chat = await site.request()
    expect(chat.state).toBe('offered')
    expect(offers()).toEqual([[anna.id]])
    await site.pass(59_000)
    await expireOffer(system, chat.id, anna.id)
    expect(offers()).toHaveLength(1)
    await site.pass(1_000)
    await expireOffer(system, chat.id, anna.id)
    expect(offers()).toEqual([[anna.id], [bob.id]])
    expect(offersEnded()).toEqual([[anna.id]])
    await expect(acceptChat(anna.ctx, chat.id)).resolves.toMatchObject({ agentId: anna.id })
  })

  test('is asked again when nobody else is there', async () => {
    const { site, system, byHand } = await siteWith()
    const anna = await site.addAgent('Anna')
    await byHand(anna)
    const chat = await site.request()
    await site.pass(60_000)
    await expireOffer(system, chat.id, anna.id)
    expect(offers()).toEqual([[anna.id], [anna.id]])
    await site.pass(60_000)
    await expireOffer(system, chat.id, anna.id)
    expect(offers()).toHaveLength(3)
    expect(await acceptChat(anna.ctx, chat.id)).toMatchObject({ state: 'active', agentIds: [anna.id], offeredTo: [] })
  })

  test('who refuses is not asked again; when all did, the chat is refused', async () => {
    const { site, byHand } = await siteWith()
    const anna = await site.addAgent('Anna')
    const bob = await site.addAgent('Bob')
    await byHand(anna)
    await byHand(bob)
    const chat = await site.request()
    await refuseChat(anna.ctx, chat.id)
    await expect(refuseChat(anna.ctx, chat.id)).rejects.toMatchObject({ error: 'conflict' })
    await refuseChat(bob.ctx, chat.id)
    expect(ended()).toMatchObject([{ id: chat.id, status: 'refused', endedBy: 'agent' }])
  })

  test('who goes Away is not asked any more', async () => {
    const { site, byHand } = await siteWith()
    const anna = await site.addAgent('Anna')
    const bob = await site.addAgent('Bob')
    await byHand(anna)
    const chat = await site.request()
    await setAgentStatus(anna.ctx, { agentId: anna.id, status: 'away' })
    expect(offersEnded()).toEqual([[anna.id]])
    expect(await runningChatsFor(bob.ctx, 'mine')).toMatchObject([{ id: chat.id, state: 'active' }])
  })
})

describe('with distribution off', () => {
  test('everybody eligible is asked, and the first to accept has it', async () => {
    const { site } = await siteWith({}, false)
    const anna = await site.addAgent('Anna')
    const bob = await site.addAgent('Bob')
    await site.addAgent('Eve', { permissions: [] })
    const chat = await site.request()
    expect(offers()).toEqual([[anna.id, bob.id]])
    const results = await Promise.allSettled([acceptChat(anna.ctx, chat.id), acceptChat(bob.ctx, chat.id)])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(offersEnded()).toHaveLength(1)
  })

  test('a full agent is not asked, and is again when a place is free', async () => {
    const { site, chatsOf } = await siteWith({ maxConcurrentChatsForAllAgents: 1 }, false)
    const anna = await site.addAgent('Anna')
    const first = await site.request()
    const second = await site.request()
    await acceptChat(anna.ctx, first.id)
    expect(await chatsOf(anna)).toEqual([first.id])
    expect(await runningChatOf(second.visitor.ctx)).toMatchObject({ state: 'waiting', queue: { position: 1 } })
    await expect(acceptChat(anna.ctx, second.id)).rejects.toMatchObject({ error: 'conflict' })
    await endChat(anna.ctx, first.id)
    expect(await chatsOf(anna)).toEqual([second.id])
    expect(await runningChatOf(second.visitor.ctx)).toMatchObject({ state: 'offered', queue: null })
  })

  test('agents take more than their limit by hand where the site lets them', async () => {
    const settings = {
      maxConcurrentChatsForAllAgents: 1,
      ifAgentCanManuallyAcceptChatsAfterReachingMaxChatsLimit: true,
    }
    const { site } = await siteWith(settings, false)
    const anna = await site.addAgent('Anna')
    for (let n = 0; n < 3; n++) await acceptChat(anna.ctx, (await site.request()).id)
    expect((await runningChatsFor(anna.ctx, 'mine')).map((chat) => chat.state)).toEqual(['active', 'active', 'active'])
  })

  test('who comes online is asked for what nobody has taken, and switching it on allocates that', async () => {
    const { site, switchAutomatic, chatsOf } = await siteWith({}, false)
    await site.addAgent('Anna')
    const chat = await site.request()
    const bob = await site.addAgent('Bob')
    expect(await chatsOf(bob)).toEqual([chat.id])
    await switchAutomatic(true)
    expect(await runningChatOf(chat.visitor.ctx)).toMatchObject({ state: 'active' })
  })
})

describe('departments', () => {
  test('get their own chats by their own method; the backup takes over while nobody is there', async () => {
    const { site, siteId, db } = await siteWith()
    const billing = await site.addDepartment('Billing')
    const support = await site.addDepartment('Support')
    await db
      .insert(tables.departmentDistributions)
      .values({ siteId, departmentId: billing, backupDepartmentId: support })
    const sue = await site.addAgent('Sue', { departmentIds: [support] })
    const first = await site.request(undefined, { departmentId: billing })
    expect(first).toMatchObject({ state: 'active', agentName: 'Sue' })
    await site.addAgent('Bill', { departmentIds: [billing] })
    expect(await site.request(undefined, { departmentId: billing })).toMatchObject({ agentName: 'Bill' })
    await setAgentStatus(sue.ctx, { agentId: sue.id, status: 'Away' })
    await expect(site.request(undefined, { departmentId: support })).rejects.toMatchObject({ error: 'conflict' })
  })

  test('that do not exist, or are not for chats, are refused', async () => {
    const { site } = await siteWith()
    await site.addAgent('Anna')
    const hidden = await site.addDepartment('Hidden', { isAvailableInChat: false })
    for (const departmentId of [hidden, site.campaignId]) {
      await expect(site.request(undefined, { departmentId })).rejects.toMatchObject({ error: 'invalid_parameter' })
    }
  })

  test('a chat handed to a department waits there when all are busy, and is answered still', async () => {
    const { site, chatsOf } = await siteWith({ maxConcurrentChatsForAllAgents: 1 })
    const billing = await site.addDepartment('Billing')
    const anna = await site.addAgent('Anna')
    const chat = await site.request()
    await expect(transferChat(anna.ctx, { chatId: chat.id, departmentId: billing })).rejects.toMatchObject({
      error: 'conflict',
    })
    const bill = await site.addAgent('Bill', { departmentIds: [billing] })
    const busy = await site.request(undefined, { departmentId: billing })
    await transferChat(anna.ctx, { chatId: chat.id, departmentId: billing })
    expect(await chatsOf(anna)).toEqual([])
    expect(await runningChatOf(chat.visitor.ctx)).toMatchObject({
      state: 'waiting',
      status: 'normal',
      queue: { position: 1 },
    })
    await endChat(bill.ctx, busy.id)
    expect(await chatsOf(bill)).toEqual([chat.id])
    await endChat(chat.visitor.ctx, chat.id)
    expect(ended().at(-1)).toMatchObject({ id: chat.id, status: 'normal', departmentId: billing })
  })
})

test('a chat handed to an agent is with that agent at once, within the limit', async () => {
  const { site, chatsOf } = await siteWith({ maxConcurrentChatsForAllAgents: 1 })
  const anna = await site.addAgent('Anna')
  const chat = await site.request()
  const bob = await site.addAgent('Bob')
  await transferChat(anna.ctx, { chatId: chat.id, agentId: bob.id })
  expect([await chatsOf(anna), await chatsOf(bob)]).toEqual([[], [chat.id]])
  await expect(transferChat(anna.ctx, { chatId: chat.id, agentId: anna.id })).rejects.toMatchObject({
    error: 'not_found',
  })
  await site.request()
  await expect(transferChat(bob.ctx, { chatId: chat.id, agentId: anna.id })).rejects.toMatchObject({
    error: 'conflict',
  })
})

test('the agent a visitor chatted with last comes first where the site prefers that', async () => {
  const { site } = await siteWith({ isLastChattedAgentPreferred: true })
  await site.addAgent('Anna')
  const first = await site.request()
  await endChat(first.visitor.ctx, first.id)
  await site.addAgent('Bob')
  await site.pass(10_000)
  expect(await site.request(first.visitor)).toMatchObject({ agentName: 'Anna' })
})

test('a higher priority is served first', async () => {
  const { site, siteId, db, chatsOf } = await siteWith({ maxConcurrentChatsForAllAgents: 1 })
  const anna = await site.addAgent('Anna')
  const first = await site.request()
  await site.request()
  const urgent = await site.request()
  await db.update(tables.chats).set({ priority: 5 }).where(eq(tables.chats.id, urgent.id))
  await endChat(anna.ctx, first.id)
  expect(siteId).toBe(site.siteId)
  expect(await chatsOf(anna)).toEqual([urgent.id])
})
