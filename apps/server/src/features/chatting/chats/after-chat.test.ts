import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../test/engine-app.ts'
import { engineSite, say, type TestVisitor } from '../../../../test/engine-site.ts'
import { campaignParts, chatEvents, chats, chatVolumeDeltas } from '../../../db/schema/index.ts'
import type { DomainEvent } from '../../../events/domain-events.ts'
import { leaveMessage } from '../offline-messages/leave-message.ts'
import { endChat } from './commands/end-chat.ts'
import { rateChat } from './commands/rate-chat.ts'
import { runningChatOf } from './commands/running-chats.ts'
import { sendMessage } from './commands/send-message.ts'
import { setTyping } from './commands/set-typing.ts'
import { transferChat } from './commands/transfer-chat.ts'
import { visitorGone } from './commands/visitor-gone.ts'
import { wrapUpChat } from './commands/wrap-up-chat.ts'

let engine: EngineApp
let heard: DomainEvent[] = []
beforeAll(async () => {
  engine = await engineApp()
  engine.app.bus.subscribe((event) => heard.push(event))
})
afterAll(async () => {
  await engine.close()
})

async function shop() {
  const site = await engineSite(engine)
  const anna = await site.addAgent('Anna')
  const { db } = engine.app.database
  const row = async (chatId: string) => (await db.select().from(chats).where(eq(chats.id, chatId)))[0]
  /** What the roll-ups of a dimension come to. */
  const volume = async (dimension: 'site' | 'campaign' | 'department', dimensionId: string) => {
    const all = await db.select().from(chatVolumeDeltas).where(eq(chatVolumeDeltas.siteId, site.siteId))
    const mine = all.filter((delta) => delta.dimension === dimension && delta.dimensionId === dimensionId)
    const sum = (name: 'chats' | 'missed' | 'refused') => mine.reduce((total, delta) => total + delta[name], 0)
    return [sum('chats'), sum('missed'), sum('refused')]
  }
  heard = []
  return { site, anna, row, volume }
}

const wrapUp = (chatId: string, facts: Partial<Parameters<typeof wrapUpChat>[1]>) => ({
  chatId,
  categoryId: undefined,
  comment: undefined,
  fields: [],
  ...facts,
})

test('the campaign greets the visitor of every chat that is answered, once', async () => {
  const { site, anna } = await shop()
  const { siteId, campaignId } = site
  const { db } = engine.app.database
  await db.insert(campaignParts).values({ siteId, campaignId, chatWindow: { greetingMessage: 'Welcome to the shop!' } })
  const chat = await site.request()
  const said = async () => {
    const rows = await db.select().from(chatEvents).where(eq(chatEvents.chatId, chat.id)).orderBy(chatEvents.seq)
    return rows.map(({ type, content }) => `${type}: ${content}`)
  }
  const greeted = ['system: Anna joined the chat', 'system: Welcome to the shop!']
  expect(await said()).toEqual(greeted)
  const bob = await site.addAgent('Bob')
  await transferChat(anna.ctx, { chatId: chat.id, agentId: bob.id })
  expect(await said()).toEqual([...greeted, 'system: Transferred to Bob'])
})

test('a visitor rates an answered chat, and may think again', async () => {
  const { site, row } = await shop()
  const chat = await site.request()
  const { ctx } = chat.visitor
  await rateChat(ctx, { chatId: chat.id, grade: 2, comment: 'slow' })
  await endChat(ctx, chat.id)
  await rateChat(ctx, { chatId: chat.id, grade: 5, comment: null })
  expect(await row(chat.id)).toMatchObject({ ratingGrade: 5, ratingComment: null, state: 'ended' })
  expect(heard.at(-1)).toMatchObject({ type: 'chat.changed', chat: { isRated: true } })
  const stranger = await site.addVisitor()
  await expect(rateChat(stranger.ctx, { chatId: chat.id, grade: 1 })).rejects.toMatchObject({ error: 'not_found' })
  await expect(rateChat(ctx, { chatId: chat.id, grade: 6 })).rejects.toMatchObject({ error: 'invalid_parameter' })
})

test('agents who took part wrap a chat up, now or later', async () => {
  const { site, anna, row } = await shop()
  const chat = await site.request()
  await wrapUpChat(anna.ctx, wrapUp(chat.id, { comment: 'about shoes', fields: [{ name: 'Size', value: '42' }] }))
  await endChat(chat.visitor.ctx, chat.id)
  await wrapUpChat(anna.ctx, wrapUp(chat.id, { comment: 'about boots', fields: undefined as never }))
  expect(await row(chat.id)).toMatchObject({
    wrapUpComment: 'about boots',
    wrapUpFields: [{ name: 'Size', value: '42' }],
    wrapUpTime: engine.clock.now,
  })
  const bob = await site.addAgent('Bob')
  await expect(wrapUpChat(bob.ctx, wrapUp(chat.id, {}))).rejects.toMatchObject({ error: 'not_found' })
})

test('typing is told and not stored', async () => {
  const { site, anna, row } = await shop()
  const chat = await site.request(await site.addVisitor('Vic'))
  await setTyping(chat.visitor.ctx, { chatId: chat.id, isTyping: true })
  await setTyping(anna.ctx, { chatId: chat.id, isTyping: false })
  expect(heard.filter((event) => event.type === 'chat.typing')).toMatchObject([
    { from: 'visitor', senderName: 'Vic', isTyping: true, agentIds: [anna.id] },
    { from: anna.id, senderName: 'Anna', isTyping: false },
  ])
  expect(await row(chat.id)).toMatchObject({ lastSeq: 1 })
})

describe('a visitor who waits', () => {
  async function waiting() {
    const world = await shop()
    for (let n = 0; n < 3; n++) await world.site.request()
    const chat = await world.site.request()
    expect(chat.state).toBe('waiting')
    return { ...world, chat }
  }
  const message = (visitor: TestVisitor, campaignId: string, clientMessageId = randomUUID()) =>
    leaveMessage(visitor.ctx, {
      clientMessageId,
      name: 'Vic',
      email: 'vic@example.com',
      phone: undefined,
      company: undefined,
      departmentId: undefined,
      subject: 'Shoes',
      message: 'Call me',
      campaignId,
      pageUrl: null,
      pageTitle: null,
    })

  test('and leaves: the chat is missed', async () => {
    const { chat, row } = await waiting()
    await sendMessage(chat.visitor.ctx, say(chat.id, 'Anybody?'))
    await endChat(chat.visitor.ctx, chat.id)
    expect(await row(chat.id)).toMatchObject({ status: 'missed', missedBy: 'abandoned', endedBy: 'visitor' })
  })

  test('and does not come back: the chat is missed', async () => {
    const { chat, row } = await waiting()
    await visitorGone(chat.visitor.ctx)
    await visitorGone(chat.visitor.ctx)
    expect(await row(chat.id)).toMatchObject({ status: 'missed', missedBy: 'abandoned' })
  })

  test('and writes a message instead: the chat is missed by that, and the message is stored once', async () => {
    const { chat, row, site } = await waiting()
    const id = randomUUID()
    const left = await message(chat.visitor, site.campaignId, id)
    expect(await message(chat.visitor, site.campaignId, id)).toEqual(left)
    expect(await row(chat.id)).toMatchObject({
      status: 'missed',
      missedBy: 'switched',
      offlineMessageId: left.offlineMessageId,
    })
  })

  test('a message from within a chat leaves the chat alone', async () => {
    const { site } = await shop()
    const chat = await site.request()
    await message(chat.visitor, site.campaignId)
    await visitorGone(chat.visitor.ctx)
    expect(await runningChatOf(chat.visitor.ctx)).toMatchObject({ state: 'active' })
  })
})

test('every chat counts once, where it belongs in the end', async () => {
  const { site, anna, volume } = await shop()
  const sales = await site.addDepartment('Sales')
  const billing = await site.addDepartment('Billing')
  await site.addAgent('Sam', { departmentIds: [sales] })
  await site.addAgent('Bill', { departmentIds: [billing] })
  const moved = await site.request(undefined, { departmentId: sales })
  expect(await volume('department', sales)).toEqual([1, 0, 0])
  for (let n = 0; n < 2; n++) await site.request(undefined, { departmentId: sales })
  const missed = await site.request(undefined, { departmentId: sales })
  await endChat(missed.visitor.ctx, missed.id)
  const admin = { ...anna.ctx, caller: { ...anna.ctx.caller, isAdmin: true } }
  await transferChat(admin, { chatId: moved.id, departmentId: billing })
  await endChat(moved.visitor.ctx, moved.id)
  expect(await volume('site', '')).toEqual([3, 1, 0])
  expect(await volume('campaign', site.campaignId)).toEqual([3, 1, 0])
  expect(await volume('department', sales)).toEqual([2, 1, 0])
  expect(await volume('department', billing)).toEqual([1, 0, 0])
})
