import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { VisitorCommands, VisitorEvents, VisitorResults } from '@parley/contract'
import { type WebSocket, WebSocketServer } from 'ws'
import { FakeChat } from './fake-chat.ts'
import { serveFiles } from './files.ts'

type CommandName = keyof VisitorCommands
type Payload<C extends CommandName> = VisitorCommands[C]

/** A command that arrived. */
export interface Received {
  readonly command: CommandName
  readonly payload: Record<string, unknown>
}

/** What the next chat request comes to. */
export type Plan = 'answer' | 'queue' | 'refuse'

const SYSTEM = { type: 'system' as const }

/**
 * Parley's visitor protocol with one visitor's chats in memory and a script instead of agents: for looking at every
 * state of the widget, and for tests of what it does when the server or the network does something unlikely.
 */
export class FakeServer {
  readonly siteId = 10000
  readonly campaignId = randomUUID()
  readonly campaign: VisitorResults['visitor.hello']['campaign'] = {
    id: this.campaignId,
    name: 'Shop',
    language: 'en',
    company: 'Northwind Tea',
    color: '#0f766e',
    isOnline: true,
    buttonColor: '#0f766e',
    buttonOffsets: [20, 20, 12, 12],
    isHiddenOffline: false,
    isPreChatEnabled: true,
    departments: [],
    greeting: 'Hello. Ask us anything about tea, brewing or your order.',
  }
  plan: Plan = 'answer'
  agentName = 'Anna Berg'
  /** While true, messages are stored but their acknowledgements are lost. */
  losesAcknowledgements = false
  /** While true, connections are refused. */
  isDown = false
  /** Whether the visitor is banned. */
  isBanned = false
  chat: FakeChat | null = null
  readonly received: Received[] = []
  readonly #tokens = new Map<string, string>()
  readonly #sockets = new Set<WebSocket>()
  readonly #waiting = new Set<() => void>()
  readonly #server = createServer((request, response) => void serveFiles(this.dist, request, response))
  readonly dist: string

  constructor(dist: string) {
    this.dist = dist
  }

  /** Listens on a free port. */
  async start(port = 0): Promise<void> {
    const sockets = new WebSocketServer({ server: this.#server, path: '/realtime/visitor' })
    sockets.on('connection', (socket) => this.#connected(socket))
    await new Promise<void>((listening) => this.#server.listen(port, '127.0.0.1', listening))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Stops and drops everybody. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate()
    this.#server.closeAllConnections()
    await new Promise((closed) => this.#server.close(closed))
  }

  /** Resolves with the first command, past or to come, that fits. */
  async heard<C extends CommandName>(
    command: C,
    fits: (payload: Payload<C>) => boolean = () => true,
  ): Promise<Payload<C>> {
    for (;;) {
      const found = this.received.find((one) => one.command === command && fits(one.payload as Payload<C>))
      if (found) return found.payload as Payload<C>
      await new Promise<void>((next) => this.#waiting.add(next))
    }
  }

  /** Cuts every connection, as a bad network does. */
  drop(): void {
    for (const socket of this.#sockets) socket.terminate()
  }

  /** An agent takes the chat. */
  answer(): void {
    this.#say({ ...SYSTEM, content: `${this.agentName} joined the chat` })
    this.#move({ state: 'active', status: 'normal', agentName: this.agentName, endedBy: null })
  }

  /** The agent writes. */
  say(content: string): void {
    this.#say({ type: 'agent', content, senderName: this.agentName })
  }

  /** The agent is typing, or is not. */
  type(isTyping: boolean): void {
    if (this.chat) this.#tell('chat.typing', { chatId: this.chat.id, senderName: this.agentName, isTyping })
  }

  /** The chat is over. */
  end(endedBy: 'agent' | 'system' | 'visitor', status: FakeChat['status'] = 'normal'): void {
    this.#move({ state: 'ended', status, agentName: this.chat?.agentName ?? null, endedBy })
  }

  /** The place in the queue changes. */
  moveUp(position: number, estimatedWait: number | null): void {
    if (!this.chat) return
    this.chat.queue = { chatId: this.chat.id, position, estimatedWait }
    this.#tell('chat.queue', this.chat.queue)
  }

  /** Agents come or go. */
  setOnline(isOnline: boolean): void {
    this.campaign.isOnline = isOnline
    this.#tell('campaign.presence', { isOnline, departments: this.campaign.departments })
  }

  /** The same entry once more, as a careless network of processes might send it. */
  repeatLast(): void {
    const event = this.chat?.events.at(-1)
    if (this.chat && event) this.#tell('chat.message', { chatId: this.chat.id, event })
  }

  #connected(socket: WebSocket): void {
    if (this.isDown) {
      socket.terminate()
      return
    }
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('message', (data) => {
      const { id, command, payload } = JSON.parse(String(data)) as { id: number } & Received
      this.received.push({ command, payload })
      const result = this.#run(command, payload)
      if (!(command === 'chat.send' && this.losesAcknowledgements)) {
        const refusal = { id, ok: false, code: this.isBanned ? 403000 : 400000, message: 'Not now' }
        socket.send(JSON.stringify(result ? { id, ok: true, result } : refusal))
      }
      for (const next of this.#waiting) next()
      this.#waiting.clear()
    })
  }

  #run(command: CommandName, payload: Record<string, unknown>): object | null {
    switch (command) {
      case 'visitor.hello':
        return this.isBanned ? null : this.#hello(payload as unknown as Payload<'visitor.hello'>)
      case 'chat.request':
        return this.#request()
      case 'chat.send': {
        const { content, clientMessageId } = payload as unknown as Payload<'chat.send'>
        if (!this.chat || this.chat.state === 'ended') return null
        const { seq, sentTime } = this.#say({ type: 'visitor', content, clientMessageId })
        return { seq, sentTime }
      }
      case 'chat.end':
        // After the acknowledgement, as from another process
        setImmediate(() => this.end('visitor', this.chat?.state === 'active' ? 'normal' : 'missed'))
        return {}
      case 'chat.rate':
        if (this.chat) this.chat.rating = payload as unknown as Payload<'chat.rate'>
        return {}
      case 'chat.events':
        return { events: this.chat?.shape(Number(payload.afterSeq)).events ?? [] }
      case 'message.leave':
        return { offlineMessageId: randomUUID() }
      default:
        return {}
    }
  }

  #hello({ visitorId, visitorToken, resume }: Payload<'visitor.hello'>): VisitorResults['visitor.hello'] {
    const isKnown = visitorId && this.#tokens.get(visitorId) === visitorToken
    const id = isKnown ? visitorId : randomUUID()
    const token = isKnown && visitorToken ? visitorToken : randomUUID()
    this.#tokens.set(id, token)
    const runs = isKnown && this.chat && (this.chat.state !== 'ended' || this.chat.id === resume?.chatId)
    return {
      visitorId: id,
      visitorToken: token,
      sessionId: randomUUID(),
      campaign: this.campaign,
      chat: runs ? (this.chat?.shape(resume?.afterSeq ?? 0) ?? null) : null,
    }
  }

  #request(): object | null {
    if (this.plan === 'refuse') return null
    this.chat = new FakeChat()
    if (this.plan === 'queue') this.chat.queue = { chatId: this.chat.id, position: 3, estimatedWait: 240 }
    else setImmediate(() => this.answer())
    return this.chat.shape()
  }

  #say(entry: Parameters<FakeChat['append']>[0]) {
    if (!this.chat) throw new Error('There is no chat')
    const { event, isNew } = this.chat.append(entry)
    if (isNew) this.#tell('chat.message', { chatId: this.chat.id, event })
    return event
  }

  #move(change: Omit<VisitorEvents['chat.state'], 'chatId'>): void {
    if (!this.chat) throw new Error('There is no chat')
    const { state, status, agentName } = change
    Object.assign(this.chat, { state, status, agentName, queue: null })
    this.#tell('chat.state', { chatId: this.chat.id, ...change })
  }

  #tell<E extends keyof VisitorEvents>(event: E, payload: VisitorEvents[E]): void {
    for (const socket of this.#sockets) socket.send(JSON.stringify({ event, payload }))
  }
}
