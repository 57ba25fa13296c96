import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../../test/engine-app.ts'
import { engineSite, say } from '../../../../../test/engine-site.ts'
import { campaignParts, chatEvents, chats } from '../../../../db/schema/index.ts'
import { contextFor } from '../../../../request-context.ts'
import { endSilentChat } from '../commands/end-silent-chat.ts'
import { sendMessage } from '../commands/send-message.ts'
import { dueFor, WARNING_MS } from './inactivity-rules.ts'
import { listSilentChats, WARNING } from './silent-chats.query.ts'

const MINUTE = 60_000
let engine: EngineApp
beforeAll(async () => {
  engine = await engineApp()
})
afterAll(() => engine.close())

async function answeredChat(chatWindow?: Record<string, unknown>) {
  const site = await engineSite(engine)
  const { siteId, campaignId } = site
  const { db } = engine.app.database
  if (chatWindow) await db.insert(campaignParts).values({ siteId, campaignId, chatWindow })
  const anna = await site.addAgent('Anna')
  const chat = await site.request()
  /** What the sweep does. */
  const look = async () => {
    for (const silent of await listSilentChats(db, engine.clock.now, WARNING_MS)) {
      await endSilentChat(contextFor(engine.app, { kind: 'system', siteId: silent.siteId }), silent.chatId)
    }
  }
  const after = async (ms: number) => {
    await site.pass(ms)
    await look()
    const [row] = await db.select().from(chats).where(eq(chats.id, chat.id))
    const events = await db.select().from(chatEvents).where(eq(chatEvents.chatId, chat.id))
    return [row?.state, events.filter(({ content }) => content === WARNING).length] as const
  }
  return { site, anna, chat, after, db }
}

describe('a visitor who is silent', () => {
  test('is warned a minute before the chat ends, and the chat ends', async () => {
    const { anna, chat, after, db } = await answeredChat({ minutesOfVisitorInactivity: 5 })
    await sendMessage(chat.visitor.ctx, say(chat.id, 'Hello'))
    await sendMessage(anna.ctx, say(chat.id, 'How can I help?'))
    expect(await after(3 * MINUTE)).toEqual(['active', 0])
    expect(await after(MINUTE)).toEqual(['active', 1])
    expect(await after(30_000)).toEqual(['active', 1])
    expect(await after(30_000)).toEqual(['ended', 1])
    const [row] = await db.select().from(chats).where(eq(chats.id, chat.id))
    expect(row).toMatchObject({ status: 'normal', endedBy: 'system', agentId: anna.id })
  })

  test('who says something after the warning stays, and is warned again in time', async () => {
    const { anna, chat, after } = await answeredChat({ minutesOfVisitorInactivity: 3 })
    expect(await after(2 * MINUTE)).toEqual(['active', 1])
    await sendMessage(chat.visitor.ctx, say(chat.id, 'One moment'))
    await sendMessage(anna.ctx, say(chat.id, 'Sure'))
    expect(await after(MINUTE)).toEqual(['active', 1])
    expect(await after(MINUTE)).toEqual(['active', 2])
  })

  test('is not who waits for the agent', async () => {
    const { chat, after } = await answeredChat({ minutesOfVisitorInactivity: 3 })
    await sendMessage(chat.visitor.ctx, say(chat.id, 'Hello?'))
    expect(await after(60 * MINUTE)).toEqual(['active', 0])
  })

  test('may be so for a quarter of an hour in a new campaign, and for ever where that is switched off', async () => {
    const fresh = await answeredChat()
    expect(await fresh.after(13 * MINUTE)).toEqual(['active', 0])
    expect(await fresh.after(MINUTE)).toEqual(['active', 1])
    const off = await answeredChat({ ifEndChatWhenVisitorIsInactive: false, minutesOfVisitorInactivity: 3 })
    expect(await off.after(60 * MINUTE)).toEqual(['active', 0])
  })
})

test('who is warned late has time to answer still', () => {
  const at = (seconds: number) => new Date(seconds * 1000)
  const silent = { silentSince: at(0), minutes: 3 }
  expect(dueFor({ ...silent, warnedTime: null }, at(1000))).toBe('warning')
  expect(dueFor({ ...silent, warnedTime: at(1000) }, at(1044))).toBeUndefined()
  expect(dueFor({ ...silent, warnedTime: at(1000) }, at(1045))).toBe('end')
})
