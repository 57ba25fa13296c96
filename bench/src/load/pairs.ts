import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Agent, type ChatEvent, connectVisitor, type Visitor, type VisitorChat } from '@parley/client'
import { atOnce } from '../shared/at-once.ts'
import { Latencies } from '../shared/latencies.ts'

const VISITORS_AT_ONCE = 20
const TEXT = 'Could you tell me whether this table can be delivered to Bergen before Friday?'

/** Where visitors connect to. */
export interface Venue {
  readonly url: string
  readonly siteId: number
  readonly campaignId: string
}

/** What a load brought to light. */
export interface PairResults {
  readonly messagesPerSecond: number
  readonly toAcknowledgement: Latencies
  readonly toOtherSide: Latencies
}

interface Pair {
  readonly visitor: Visitor
  readonly chat: VisitorChat
  readonly agent: Agent
}

/** Visitors in chats with agents; every message is timed to its acknowledgement and to the other side. */
export class Pairs {
  readonly #pairs: readonly Pair[]
  /** messages that the other side has not heard yet */
  readonly #underWay = new Map<string, { side: ChatEvent['type']; heard: () => void }>()

  private constructor(pairs: readonly Pair[]) {
    this.#pairs = pairs
    for (const { chat } of pairs) chat.on('message', (message) => this.#heard('visitor', message))
    for (const agent of new Set(pairs.map((pair) => pair.agent))) {
      agent.on('message', (message) => this.#heard('agent', message))
    }
  }

  /** Starts so many chats; every one has an agent when this resolves. */
  static async start(venue: Venue, agents: readonly Agent[], count: number): Promise<Pairs> {
    const holders = new Map<string, PromiseWithResolvers<Agent>>()
    const holderOf = (chatId: string) => {
      const known = holders.get(chatId) ?? Promise.withResolvers<Agent>()
      holders.set(chatId, known)
      return known
    }
    for (const agent of agents) agent.on('chat', ({ chatId }) => holderOf(chatId).resolve(agent))
    const page = { url: 'https://shop.example/', title: 'Shop' }
    const pairs = await atOnce(Array.from({ length: count }), VISITORS_AT_ONCE, async () => {
      const visitor = await connectVisitor({ ...venue, page })
      const chat = await visitor.startChat({ name: 'Visitor' })
      return { visitor, chat, agent: await holderOf(chat.id).promise }
    })
    return new Pairs(pairs)
  }

  /** Every pair talks as fast as it can: each side answers as soon as it has heard the other. */
  async saturate(seconds: number): Promise<PairResults> {
    const results = { toAcknowledgement: new Latencies(), toOtherSide: new Latencies() }
    const [start, end] = [performance.now(), performance.now() + seconds * 1000]
    await Promise.all(
      this.#pairs.map(async (pair) => {
        for (let turn = 0; performance.now() < end; turn++) await this.#say(pair, turn, results)
      }),
    )
    const rate = (results.toOtherSide.count / (performance.now() - start)) * 1000
    return { ...results, messagesPerSecond: rate }
  }

  /** All pairs together send so many messages a second, evenly, however long each takes. */
  async pace(perSecond: number, seconds: number): Promise<PairResults> {
    const results = { toAcknowledgement: new Latencies(), toOtherSide: new Latencies() }
    const start = performance.now()
    const said: Promise<void>[] = []
    for (let sent = 0; sent < perSecond * seconds; ) {
      const due = Math.min(perSecond * seconds, ((performance.now() - start) / 1000) * perSecond)
      for (; sent < due; sent++) {
        const pair = this.#pairs[sent % this.#pairs.length] as Pair
        said.push(this.#say(pair, Math.floor(sent / this.#pairs.length), results))
      }
      await delay(1)
    }
    await Promise.all(said)
    return { ...results, messagesPerSecond: (results.toOtherSide.count / (performance.now() - start)) * 1000 }
  }

  /** Everybody leaves. */
  async end(): Promise<void> {
    await atOnce(this.#pairs, VISITORS_AT_ONCE, async ({ visitor, chat }) => {
      await chat.end().catch(() => undefined)
      await visitor.close()
    })
  }

  /** One message; resolves when it is acknowledged and the other side has heard it. */
  async #say({ chat, agent }: Pair, turn: number, results: Omit<PairResults, 'messagesPerSecond'>): Promise<void> {
    const clientMessageId = randomUUID()
    const side = turn % 2 === 0 ? 'agent' : 'visitor'
    const start = performance.now()
    const heard = new Promise<void>((resolve) => {
      const told = () => {
        results.toOtherSide.add(performance.now() - start)
        resolve()
      }
      this.#underWay.set(clientMessageId, { side, heard: told })
    })
    if (side === 'agent') await chat.send(TEXT, { clientMessageId })
    else await agent.send(chat.id, TEXT, { clientMessageId })
    results.toAcknowledgement.add(performance.now() - start)
    await heard
  }

  #heard(side: ChatEvent['type'], { clientMessageId }: ChatEvent): void {
    const message = this.#underWay.get(clientMessageId ?? '')
    if (message?.side !== side) return
    this.#underWay.delete(clientMessageId ?? '')
    message.heard()
  }
}
