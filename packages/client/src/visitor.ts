import type { Channels, VisitorCommands, VisitorEvents, VisitorResults } from '@parley/contract'
import { type ClosedBecause, Connection, type ConnectionState, type ConnectionTuning } from './connection.ts'
import { Emitter } from './emitter.ts'
import { newId } from './ids.ts'
import type { BrowserFacts, ChatCursor, Given, PageView, WidgetCampaign } from './types.ts'
import { VisitorChat } from './visitor-chat.ts'

export type { ClosedBecause, ConnectionState, ConnectionTuning } from './connection.ts'
export { ParleyError } from './errors.ts'
export type { Transport, TransportEvents, TransportFactory } from './transport.ts'
export type { BrowserFacts, ChatCursor, ChatEvent, PageView, QueueState, Stored, WidgetCampaign } from './types.ts'
export type { VisitorChatEnd, VisitorChatEvents, VisitorChatState } from './visitor-chat.ts'
export { VisitorChat }

/** Where a visitor comes from and who it is. */
export interface ConnectVisitorOptions extends ConnectionTuning {
  /** Base URL of the Parley server. */
  readonly url: string
  readonly siteId: number
  readonly campaignId: string
  /** A visitor who was here before is known by both; an id without its secret starts a new visitor. */
  readonly visitorId?: string | undefined
  readonly visitorToken?: string | undefined
  readonly page: PageView
  readonly browser?: BrowserFacts | undefined
  /** A chat of an earlier connection and the last entry seen of it: only what came later is sent. */
  readonly resume?: ChatCursor | undefined
}

/** What a visitor may say of itself when it asks for a chat. */
export type ChatRequest = Given<Omit<VisitorCommands['chat.request'], 'clientRequestId'>>
/** A message for when nobody can chat. */
export type OfflineMessageRequest = Given<Omit<VisitorCommands['message.leave'], 'clientMessageId'>>

/** What a visitor's connection tells its listeners. */
export interface VisitorClientEvents {
  /** A chat began: started here, or in another tab of the same browser. */
  chat: VisitorChat
  /** Whether anybody can take a chat now; `visitor.campaign` is up to date. */
  presence: VisitorEvents['campaign.presence']
  connection: ConnectionState
}

type Held = { [E in 'chat.message' | 'chat.state' | 'chat.queue']: [E, VisitorEvents[E]] }[
  | 'chat.message'
  | 'chat.state'
  | 'chat.queue']

/** A connected visitor. */
export class Visitor extends Emitter<VisitorClientEvents> {
  visitorId = ''
  /** Proves that a later connection is the same visitor; keep it with the id, first-party. */
  visitorToken = ''
  sessionId = ''
  campaign!: WidgetCampaign
  readonly #options: ConnectVisitorOptions
  readonly #connection: Connection<Channels['visitor']>
  #page: PageView
  #chat: VisitorChat | null = null
  #requests = 0
  #unclaimed: Held[] = []

  /** @internal Use `connectVisitor`. */
  constructor(options: ConnectVisitorOptions) {
    super(['connection'])
    this.#options = options
    this.#page = options.page
    this.#connection = new Connection<Channels['visitor']>(
      {
        url: options.url,
        path: '/realtime/visitor',
        helloCommand: 'visitor.hello',
        hello: () => this.#hello(),
        greeted: (result) => this.#greeted(result as VisitorResults['visitor.hello']),
        changed: (state) => this.emit('connection', state),
        on: {
          'chat.message': (payload) => this.#route(['chat.message', payload]),
          'chat.state': (payload) => this.#route(['chat.state', payload]),
          'chat.queue': (payload) => this.#route(['chat.queue', payload]),
          'chat.typing': ({ chatId, senderName, isTyping }) => {
            if (this.#chat?.id === chatId) this.#chat.typed(senderName, isTyping)
          },
          'campaign.presence': (presence) => {
            this.campaign = { ...this.campaign, ...presence }
            this.emit('presence', presence)
          },
          'server.closing': () => {},
        },
      },
      options,
    )
  }

  /** The running chat, or null. */
  get chat(): VisitorChat | null {
    return this.#chat && this.#chat.state !== 'ended' ? this.#chat : null
  }

  /** The last chat when it has ended: it can still be read and rated. */
  get endedChat(): VisitorChat | null {
    return this.#chat?.state === 'ended' ? this.#chat : null
  }

  /** Whether the server is reached. */
  get connection(): ConnectionState {
    return this.#connection.state
  }

  /** Why the connection is closed for good, or null. */
  get closedBecause(): ClosedBecause | null {
    return this.#connection.closedBecause
  }

  /** @internal */
  start(): Promise<void> {
    return this.#connection.start()
  }

  /** Asks for a chat; resolves when the request is stored, before anybody has answered. */
  async startChat(request: ChatRequest = {}): Promise<VisitorChat> {
    const payload = { ...request, clientRequestId: newId() } as Given<VisitorCommands['chat.request']>
    const shape = await this.#requesting(() => this.#connection.call('chat.request', payload, { isDurable: true }))
    return this.#claim(shape)
  }

  /** Leaves a message for when nobody can chat. */
  leaveMessage(message: OfflineMessageRequest): Promise<{ offlineMessageId: string }> {
    const payload = { ...message, clientMessageId: newId() } as Given<VisitorCommands['message.leave']>
    return this.#connection.call('message.leave', payload, { isDurable: true })
  }

  /** Sets custom variables of the site; unknown names are ignored. */
  async setVariables(variables: Readonly<Record<string, string | number | null>>): Promise<void> {
    const list = Object.entries(variables).map(([name, value]) => ({ name, value: value === null ? null : `${value}` }))
    await this.#connection.call('visitor.variables', { variables: list })
  }

  /** Says that the visitor looks at another page now. */
  async pageView(page: PageView): Promise<void> {
    this.#page = page
    // Without connection the next hello says it.
    if (this.connection === 'open') await this.#connection.call('visitor.page', { page })
  }

  /** Leaves. Messages without acknowledgement are given up: await them first. */
  async close(): Promise<void> {
    this.#connection.close()
  }

  #hello(): Given<VisitorCommands['visitor.hello']> {
    const { siteId, campaignId, browser } = this.#options
    const chat = this.chat
    return {
      siteId,
      campaignId,
      visitorId: this.visitorId || this.#options.visitorId,
      visitorToken: this.visitorToken || this.#options.visitorToken,
      page: this.#page,
      browser,
      resume: chat ? { chatId: chat.id, afterSeq: chat.lastSeq } : this.visitorId ? undefined : this.#options.resume,
    }
  }

  #greeted({ visitorId, visitorToken, sessionId, campaign, chat }: VisitorResults['visitor.hello']): void {
    const isBack = this.visitorId !== ''
    Object.assign(this, { visitorId, visitorToken, sessionId, campaign })
    const before = this.chat
    if (before && before.id !== chat?.id) void this.#catchUpEnded(before)
    if (chat && before?.id === chat.id) before.resume(chat)
    else if (chat) this.#claim(chat)
    if (isBack) this.emit('presence', { isOnline: campaign.isOnline, departments: campaign.departments })
  }

  /** A chat that ran when the connection was lost and is gone now: reads its last words, then ends it. */
  async #catchUpEnded(chat: VisitorChat): Promise<void> {
    const query = { chatId: chat.id, afterSeq: chat.lastSeq }
    const { events } = await this.#connection.call('chat.events', query).catch(() => ({ events: [] }))
    for (const event of events) chat.receive(event)
    chat.moved({ state: 'ended', status: chat.status, agentName: chat.agentName, endedBy: null })
  }

  #route(held: Held): void {
    const [event, payload] = held
    if (this.#chat?.id === payload.chatId) apply(this.#chat, held)
    // The chat of a request may be spoken of before the request is acknowledged.
    else if (this.#requests > 0) this.#unclaimed.push(held)
    else if (event === 'chat.state' && payload.state !== 'ended') void this.#adopt(payload)
  }

  /** Takes over a chat that another tab of the same visitor has started. */
  async #adopt(payload: VisitorEvents['chat.state']): Promise<void> {
    const { chatId: id, state, status, agentName } = payload
    const query = () => this.#connection.call('chat.events', { chatId: id, afterSeq: 0 })
    const { events } = await this.#requesting(query).catch(() => ({ events: [] }))
    if (this.#chat?.id === id) return
    this.#claim({ id, state, status, agentName, queue: null, events, lastSeq: 0, isRated: false })
  }

  async #requesting<R>(request: () => Promise<R>): Promise<R> {
    this.#requests++
    try {
      return await request()
    } catch (error) {
      this.#unclaimed = []
      throw error
    } finally {
      this.#requests--
    }
  }

  #claim(shape: VisitorResults['chat.request']): VisitorChat {
    const known = this.#chat?.id === shape.id ? this.#chat : null
    const chat = known ?? new VisitorChat(this.#connection, shape)
    if (known) known.resume(shape)
    this.#chat = chat
    for (const held of this.#unclaimed.splice(0)) if (held[1].chatId === chat.id) apply(chat, held)
    if (!known) this.emit('chat', chat)
    return chat
  }
}

function apply(chat: VisitorChat, [event, payload]: Held): void {
  if (event === 'chat.message') chat.receive(payload.event)
  else if (event === 'chat.state') chat.moved(payload)
  else chat.queued(payload)
}

/**
 * Connects a visitor. Resolves when the server has answered; afterwards the connection is kept up by
 * itself until `close`, or until the visitor is banned.
 */
export async function connectVisitor(options: ConnectVisitorOptions): Promise<Visitor> {
  const visitor = new Visitor(options)
  await visitor.start()
  return visitor
}
