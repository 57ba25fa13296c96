import type { ChatEventShape, ChatSummaryShape, QueueStateShape } from '@parley/contract'
import type { AgentId, Context, Work } from '../../../../context.ts'
import { afterDeadlock } from '../../../../kit/unique.ts'
import { notFound } from '../../../../lib/app-error.ts'
import { loadFloor } from '../../distribution/floor.repo.ts'
import type { Floor } from '../../distribution/floor.ts'
import type { ChatCommand } from '../chat-state.ts'
import { applyTo, type HeldChat, holdChat, placesTaken } from './held-chat.ts'
import { type ChatRow, findChat, listOffers, lockSite } from './running-chats.repo.ts'
import { saveChanges } from './save-changes.ts'
import { inTurnOfSite } from './site-mutex.ts'

/**
 * A change to the state of a site's chats. While it runs, nobody else changes the state of any chat of the site, so
 * what was read stays true and limits hold. Changes are kept in hand and written at the end in the order of chat ids,
 * the order in which the message writer locks chats too: the two cannot block each other.
 */
export interface SiteWork extends Work {
  readonly siteId: number
  readonly now: Date
  readonly held: ReadonlyMap<string, HeldChat>
  /** Agents who were given a chat, and when: times of a site never repeat, so that turns have an order. */
  readonly allocated: ReadonlyMap<AgentId, Date>
  /** What was written; filled when the change is saved. */
  readonly outcome: Outcome
  /** By how many chats in hand an agent has more than before. */
  moved(agentId: AgentId): number
  /** Takes a chat in hand; 404 when there is none. */
  getChat(chatId: string): Promise<HeldChat>
  /** Takes chats in hand that were read already. */
  hold(rows: readonly ChatRow[]): Promise<HeldChat[]>
  /** Takes a chat in hand that was just requested. */
  holdNew(row: ChatRow): HeldChat
  /** Changes a chat, or throws 409. The notice goes into the chat's log. */
  apply(chat: HeldChat, command: ChatCommand, notice?: string): void
  /** Keeps offers of the chat to one agent until then. */
  offerUntil(chat: HeldChat, expires: Date | null): void
  /** Who may get chats now, with the changes in hand counted. */
  floor(): Promise<Floor>
}

/** What a change came to, as it was announced. */
export interface Outcome {
  readonly summaries: Map<string, ChatSummaryShape>
  readonly events: Map<string, ChatEventShape[]>
  readonly places: Map<string, QueueStateShape>
}

/** Keeps the chats of a site as they are until the transaction ends, for changes that come from elsewhere. */
export async function holdChatsOfSite({ tx }: Work, siteId: number): Promise<void> {
  await lockSite(tx, siteId)
}

/**
 * Runs a change to the state of chats in one transaction. Visitors, contacts and agents are changed outside the site's
 * lock, too: should PostgreSQL stop this transaction because it and another waited for each other, it is run again.
 */
export function changeSite<T>(ctx: Context, work: (site: SiteWork) => Promise<T>): Promise<T> {
  const change = () =>
    ctx.inTransaction(async (transaction) => {
      await lockSite(transaction.tx, ctx.siteId)
      const site = siteWork(transaction, ctx.siteId, ctx.now())
      const result = await work(site)
      await saveChanges(site)
      return result
    })
  return inTurnOfSite(ctx.app, ctx.siteId, () => afterDeadlock(change))
}

function siteWork(work: Work, siteId: number, now: Date): SiteWork {
  const held = new Map<string, HeldChat>()
  const moves = new Map<AgentId, number>()
  const allocated = new Map<AgentId, Date>()
  let floor: Floor | undefined

  function move(agentIds: readonly AgentId[], by: 1 | -1): void {
    for (const agentId of agentIds) {
      moves.set(agentId, (moves.get(agentId) ?? 0) + by)
      const agent = floor?.agents.find((one) => one.agentId === agentId)
      if (agent) agent.load += by
    }
  }

  function counting(chat: HeldChat, change: () => void): void {
    const before = placesTaken(chat)
    change()
    const after = placesTaken(chat)
    move(before, -1)
    move(after, 1)
    for (const agentId of after) if (!before.includes(agentId)) noteTurn(agentId)
  }

  function noteTurn(agentId: AgentId): void {
    const agents = floor?.agents ?? []
    const latest = Math.max(...agents.map((agent) => agent.lastAllocatedTime?.getTime() ?? 0), 0)
    const time = new Date(Math.max(now.getTime(), latest + 1))
    allocated.set(agentId, time)
    const agent = agents.find((one) => one.agentId === agentId)
    if (agent) agent.lastAllocatedTime = time
  }

  return {
    ...work,
    siteId,
    now,
    held,
    allocated,
    outcome: { summaries: new Map(), events: new Map(), places: new Map() },
    moved: (agentId) => moves.get(agentId) ?? 0,
    async getChat(chatId) {
      const known = held.get(chatId)
      if (known) return known
      const row = await findChat(work.tx, siteId, chatId)
      if (!row) throw notFound('chat')
      const [chat] = await this.hold([row])
      return chat as HeldChat
    },
    async hold(rows) {
      const fresh = rows.filter((row) => !held.has(row.id))
      const asked = fresh.filter((row) => row.state !== 'ended').map((row) => row.id)
      const offers = Map.groupBy(await listOffers(work.tx, siteId, asked), (offer) => offer.chatId)
      for (const row of fresh) held.set(row.id, holdChat(row, offers.get(row.id) ?? []))
      return rows.map((row) => held.get(row.id) as HeldChat)
    },
    holdNew(row) {
      const chat = holdChat(row, [])
      held.set(row.id, chat)
      return chat
    },
    apply(chat, command, notice) {
      counting(chat, () => applyTo(chat, command, now, notice))
    },
    offerUntil(chat, expires) {
      counting(chat, () => {
        chat.offerExpires = expires
      })
    },
    async floor() {
      if (floor) return floor
      floor = await loadFloor(work.tx, siteId, now)
      for (const agent of floor.agents) agent.load += moves.get(agent.agentId) ?? 0
      return floor
    },
  }
}
