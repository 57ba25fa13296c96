import { randomBytes } from 'node:crypto'
import { hashPassword } from '../auth/passwords.ts'
import type { App } from '../context.ts'
import type { Tx } from '../db/db.ts'
import {
  agentRoles,
  agents,
  chatAgents,
  chatEvents,
  chats,
  departmentAgents,
  departments,
  sessions,
  visitors,
} from '../db/schema/index.ts'
import { findSystemRole, nextPersonId } from '../features/account/agents/agents.repo.ts'
import { updateSite } from '../features/account/site/site.repo.ts'
import { insertChatWords } from '../features/chatting/chats/search/chat-words.repo.ts'
import { foldChatVolume } from '../features/reports/shared/fold-chat-volume.ts'
import { recordChatVolume } from '../features/reports/shared/record-chat-volume.ts'
import { newId } from '../lib/ids.ts'
import { furnishSite } from './furnish-site.ts'
import { type DemoSite, type InventedChat, inventChat } from './invent-chat.ts'
import { type Random, seededRandom } from './random.ts'

const DAY_MS = 86_400_000
const HISTORY_DAYS = 60
const SEED = 20_26
const ROWS_AT_ONCE = 200

/** Gives a new site two departments, two colleagues, what they work with, and two months of history, so that lists and reports show something. */
export async function seedDemo(
  app: App,
  site: { siteId: number; campaignId: string; adminId: number; adminName: string },
): Promise<void> {
  const random = seededRandom(SEED)
  await app.database.db.transaction(async (plain) => {
    const tx = plain as Tx
    await updateSite(tx, site.siteId, { company: 'Northwind Tea' })
    const demo = await addPeople(app, tx, site)
    const invented = requestTimes(app.now(), random).map((time) => inventChat(demo, random, time))
    for (let at = 0; at < invented.length; at += ROWS_AT_ONCE)
      await insertChats(tx, site.siteId, invented.slice(at, at + ROWS_AT_ONCE))
    await furnishSite(tx, site.siteId, app.now())
  })
  await foldChatVolume(app.database.db)
}

async function addPeople(
  app: App,
  tx: Tx,
  site: { siteId: number; campaignId: string; adminId: number; adminName: string },
): Promise<DemoSite> {
  const { siteId } = site
  const createdTime = new Date(app.now().getTime() - HISTORY_DAYS * DAY_MS)
  const everyone = await findSystemRole(tx, siteId, 'agent')
  const ids = { Sales: newId(), Support: newId() }
  await tx.insert(departments).values([
    { siteId, id: ids.Sales, name: 'Sales', description: 'Teas, gifts and orders', createdTime },
    { siteId, id: ids.Support, name: 'Support', description: 'Parcels and everything that went wrong', createdTime },
  ])
  const people = [{ id: site.adminId, name: site.adminName }]
  for (const [firstName, lastName] of [
    ['Anna', 'Lind'],
    ['Ben', 'Okafor'],
  ] as const) {
    const id = await nextPersonId(tx)
    // nobody knows the password: an administrator sets one with "Set password"
    const passwordHash = await hashPassword(randomBytes(18).toString('base64url'))
    const email = `${firstName.toLowerCase()}@example.com`
    await tx
      .insert(agents)
      .values({ siteId, id, email, passwordHash, firstName, lastName, displayName: firstName, createdTime })
    if (everyone) await tx.insert(agentRoles).values({ siteId, agentId: id, roleId: everyone })
    people.push({ id, name: firstName })
  }
  const members = Object.values(ids).flatMap((departmentId) =>
    people.map(({ id }) => ({ siteId, departmentId, agentId: id })),
  )
  await tx.insert(departmentAgents).values(members)
  return { siteId, campaignId: site.campaignId, publicUrl: app.publicUrl(), departments: ids, agents: people }
}

/** When chats were asked for: more on weekdays, most in the afternoon, none in the future. */
function requestTimes(now: Date, random: Random): Date[] {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  const times: Date[] = []
  for (let day = HISTORY_DAYS; day >= 0; day--) {
    const start = today - day * DAY_MS
    const isWeekend = [0, 6].includes(new Date(start).getUTCDay())
    const count = (isWeekend ? 3 : 9) + random.below(isWeekend ? 4 : 8)
    for (let i = 0; i < count; i++) {
      const hour = 8 + (random.next() + random.next()) * 6
      const time = new Date(start + hour * 3_600_000)
      if (time.getTime() < now.getTime() - 1_800_000) times.push(time)
    }
  }
  return times.sort((a, b) => a.getTime() - b.getTime())
}

async function insertChats(tx: Tx, siteId: number, invented: readonly InventedChat[]): Promise<void> {
  await tx.insert(visitors).values(invented.map(({ visitor }) => visitor))
  await tx.insert(sessions).values(invented.map(({ session }) => session))
  await tx.insert(chats).values(invented.map(({ chat }) => chat))
  await tx.insert(chatEvents).values(invented.flatMap(({ events }) => [...events]))
  const answered = invented.flatMap(({ chat }) =>
    chat.agentId && chat.answeredTime
      ? [
          {
            siteId,
            chatId: chat.id,
            agentId: chat.agentId,
            joinedTime: chat.answeredTime,
            leftTime: chat.endedTime ?? null,
          },
        ]
      : [],
  )
  if (answered.length) await tx.insert(chatAgents).values(answered)
  const changes = invented.map(({ chat }) => {
    const facts = {
      requestedTime: chat.requestedTime,
      campaignId: chat.campaignId,
      departmentId: chat.departmentId ?? null,
    }
    return { before: { ...facts, status: null }, after: { ...facts, status: chat.status ?? null } }
  })
  await recordChatVolume(tx, siteId, changes)
  const ids = invented.map(({ chat }) => chat.id)
  await insertChatWords(tx, siteId, ids)
}
