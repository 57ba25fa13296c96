import type { AgentCommands, AgentEvents, Channels } from '@parley/contract'
import { type AgentChatEvents, AgentChats } from './agent-chats.ts'
import { type ClosedBecause, Connection, type ConnectionState, type ConnectionTuning } from './connection.ts'
import { Credentials, type TokenSource } from './credentials.ts'
import { Emitter } from './emitter.ts'
import { newId } from './ids.ts'
import { Monitor, type MonitorEvents } from './monitor.ts'
import type { AgentHello, AgentShift, ChatEvent, ChatSummary, Given, Stored, VisitorSummary } from './types.ts'

/** Who connects as an agent. */
export interface ConnectAgentOptions extends ConnectionTuning {
  /** Base URL of the Parley server. */
  readonly url: string
  /** An access token, or a function that gets one; with a function the connection outlives its tokens. */
  readonly token: TokenSource
  /** The status to take: `Online`, `Away`, or one of the site's own. Without it the status stays as it is. */
  readonly status?: string | undefined
}

/** Where a chat goes. */
export type TransferTarget = { readonly agentId: number } | { readonly departmentId: string }
/** What an agent notes about a chat. */
export type WrapUp = Omit<Given<AgentCommands['chat.wrapUp']>, 'chatId'>

/** What an agent's connection tells its listeners. */
export interface AgentClientEvents extends AgentChatEvents, MonitorEvents {
  typing: AgentEvents['chat.typing']
  /** An agent, this one included, has another status. */
  status: AgentEvents['agent.status']
  /** This agent's shifts ask for something else, or are others now. */
  shift: AgentEvents['agent.shift']
  connection: ConnectionState
  /** The token is no longer good and no other can be had: the connection is closed. */
  revoked: AgentEvents['agent.revoked']
}

type Scope = 'mine' | 'site'

const ONLINE = 'Online'

/** A connected agent. */
export class Agent extends Emitter<AgentClientEvents> {
  agentId = 0
  displayName = ''
  #status: string | undefined
  /**
   * What to begin with after a break: what was chosen last, or Online once a shift has decided since. Outside its hours
   * the server makes that an away status.
   */
  #chosen: string | undefined
  #shift: AgentShift | null = null
  #scope: Scope = 'mine'
  #isWatchingVisitors = false
  #revokedReason = 'The token is no longer good'
  #renewTimer: ReturnType<typeof setTimeout> | undefined
  readonly #credentials: Credentials
  readonly #chats: AgentChats
  readonly #monitor: Monitor
  readonly #connection: Connection<Channels['agent']>

  /** @internal Use `connectAgent`. */
  constructor(options: ConnectAgentOptions) {
    super(['typing', 'connection'])
    this.#status = options.status
    this.#chosen = options.status
    this.#credentials = new Credentials(options.token)
    this.#chats = new AgentChats(
      (event, payload) => this.emit(event, payload as AgentClientEvents[typeof event]),
      (chatId, afterSeq) => this.#fetchEvents(chatId, afterSeq),
    )
    this.#monitor = new Monitor((event, payload) => this.emit(event, payload as AgentClientEvents[typeof event]))
    this.#connection = new Connection<Channels['agent']>(
      {
        url: options.url,
        path: '/realtime/agent',
        helloCommand: 'agent.hello',
        hello: () => this.#hello(),
        greeted: (result) => this.#greeted(result as AgentHello),
        changed: (state) => this.#connectionChanged(state),
        mayRetryCredentials: () => this.#credentials.refuse(),
        on: {
          'chat.offer': ({ chat }) => this.#chats.offer(chat),
          'chat.offerEnded': ({ chatId }) => this.#chats.withdraw(chatId),
          'chat.changed': ({ chat }) => this.#chats.learn(chat),
          'chat.message': ({ chatId, event }) => this.#chats.receive(chatId, event),
          'chat.typing': (typing) => this.emit('typing', typing),
          'visitor.changed': ({ visitor }) => this.#monitor.learn(visitor),
          'segment.entered': (entered) => this.#monitor.entered(entered),
          'visitor.left': ({ visitorId }) => this.#monitor.left(visitorId),
          'agent.status': (change) => this.#statusChanged(change),
          'agent.shift': (change) => this.#shiftChanged(change),
          'agent.revoked': ({ reason }) => {
            this.#revokedReason = reason
          },
          'server.closing': () => {},
        },
      },
      options,
    )
  }

  /** This agent's own status. */
  get status(): string {
    return this.#status ?? 'Offline'
  }

  /** What this agent's shifts ask for; null: the agent works in none. */
  get shift(): AgentShift | null {
    return this.#shift
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

  /** The chats that are not over: mine, or everybody's while watching the site. */
  chats(): ChatSummary[] {
    return this.#chats.running()
  }

  /** The chats this agent may accept now. */
  offers(): ChatSummary[] {
    return this.#chats.offered()
  }

  /** The visitors on the site, while watching them. */
  visitors(): VisitorSummary[] {
    return this.#monitor.all()
  }

  /** Chooses whether to hear of one's own chats or of everybody's; answers with those running now. */
  async watch(scope: Scope): Promise<ChatSummary[]> {
    this.#scope = scope
    const { chats } = await this.#connection.call('chats.watch', { scope })
    if (scope === 'mine') this.#chats.forgetOthers()
    for (const chat of chats) this.#chats.learn(chat)
    return this.chats()
  }

  /** Starts or stops hearing of the site's visitors; answers with those there now. */
  async watchVisitors(isOn: boolean): Promise<VisitorSummary[]> {
    this.#isWatchingVisitors = isOn
    const { visitors } = await this.#connection.call('visitors.watch', { isOn })
    this.#monitor.replace(visitors)
    return this.visitors()
  }

  /** Accepts an offered or waiting chat. */
  async accept(chatId: string): Promise<ChatSummary> {
    try {
      const chat = await this.#connection.call('chat.accept', { chatId })
      // News of the chat may have overtaken this answer; then it is the older of the two.
      if (!this.#chats.wasMine(chatId)) this.#chats.learn(chat)
      return this.#chats.find(chatId) ?? chat
    } catch (error) {
      // A repeat after a lost acknowledgement is refused although the first try succeeded.
      const chat = this.#chats.isMine(chatId) ? this.#chats.find(chatId) : undefined
      if (chat) return chat
      throw error
    }
  }

  /** Declines an offered chat. */
  async refuse(chatId: string): Promise<void> {
    await this.#connection.call('chat.refuse', { chatId })
    this.#chats.withdraw(chatId)
  }

  /** Sends a text to the visitor; resolves when it is stored, which it is exactly once. */
  send(chatId: string, text: string, options: { clientMessageId?: string | undefined } = {}): Promise<Stored> {
    const clientMessageId = options.clientMessageId ?? newId()
    return this.#connection.call(
      'chat.send',
      { chatId, clientMessageId, content: text },
      { isDurable: true, lane: chatId },
    )
  }

  /** Adds a note that only agents see. */
  note(chatId: string, text: string, options: { clientMessageId?: string | undefined } = {}): Promise<Stored> {
    const clientMessageId = options.clientMessageId ?? newId()
    return this.#connection.call(
      'chat.note',
      { chatId, clientMessageId, content: text },
      { isDurable: true, lane: chatId },
    )
  }

  /** Tells the visitor that the agent is (no longer) typing. */
  typing(chatId: string, isTyping: boolean): void {
    this.#connection.tell('chat.typing', { chatId, isTyping })
  }

  /** Passes a chat on to an agent or a department. */
  async transfer(chatId: string, target: TransferTarget): Promise<void> {
    await this.#connection.call('chat.transfer', { chatId, ...target }, { lane: chatId })
  }

  /** Ends a chat. */
  async end(chatId: string): Promise<void> {
    try {
      await this.#connection.call('chat.end', { chatId }, { isDurable: true, lane: chatId })
    } catch (error) {
      // A repeat after a lost acknowledgement, or the visitor was quicker: over is over.
      if (!this.#chats.wasMine(chatId) || this.#chats.isMine(chatId)) throw error
    }
  }

  /** Notes category, comment and fields of a chat, running or ended. */
  async wrapUp(chatId: string, wrapUp: WrapUp): Promise<void> {
    await this.#connection.call('chat.wrapUp', { ...wrapUp, chatId }, { isDurable: true })
  }

  /**
   * Reads the entries of a chat that came after a number. Of a chat that is not mine they count as told:
   * should it become mine, `message` fires for later ones only.
   */
  async events(chatId: string, afterSeq = 0): Promise<ChatEvent[]> {
    const events = await this.#fetchEvents(chatId, afterSeq)
    this.#chats.read(chatId, events)
    return events
  }

  /** Takes another status: `Online`, `Away`, or one of the site's own. */
  async setStatus(status: string): Promise<void> {
    const answer = await this.#connection.call('agent.status', { status })
    this.#status = answer.status
    this.#chosen = answer.status
  }

  /** Leaves. Messages without acknowledgement are given up: await them first. */
  async close(): Promise<void> {
    this.#connection.close()
  }

  async #fetchEvents(chatId: string, afterSeq: number): Promise<ChatEvent[]> {
    const { events } = await this.#connection.call('chat.events', { chatId, afterSeq })
    return events
  }

  async #hello(): Promise<Given<AgentCommands['agent.hello']>> {
    const token = await this.#credentials.get()
    return { token, status: this.#chosen, resume: this.#chats.cursors() }
  }

  #greeted({ agentId, displayName, status, shift, chats, missed }: AgentHello): void {
    const isBack = this.agentId !== 0
    this.agentId = agentId
    this.#chats.agentId = agentId
    this.displayName = displayName
    this.#status = status
    this.#shift = shift
    if (!shift || shift.isWorking) this.#chosen ??= status
    this.#chats.greeted(chats, missed, isBack)
    this.#planRenewal()
    if (this.#scope === 'site') this.watch('site').catch(() => {})
    if (this.#isWatchingVisitors) this.watchVisitors(true).catch(() => {})
  }

  #statusChanged(change: AgentEvents['agent.status']): void {
    if (change.agentId === this.agentId) {
      this.#status = change.status
      this.#chosen = change.byShift ? ONLINE : change.status
    }
    this.emit('status', change)
  }

  #shiftChanged(change: AgentEvents['agent.shift']): void {
    this.#shift = change.shift
    this.emit('shift', change)
  }

  #connectionChanged(state: ConnectionState): void {
    if (state !== 'open') clearTimeout(this.#renewTimer)
    this.emit('connection', state)
    if (this.closedBecause === 'unauthorised') this.emit('revoked', { reason: this.#revokedReason })
  }

  #planRenewal(): void {
    clearTimeout(this.#renewTimer)
    const wait = this.#credentials.renewalWait(Date.now())
    if (wait !== undefined) this.#renewTimer = setTimeout(() => void this.#renew(), wait)
  }

  async #renew(): Promise<void> {
    try {
      await this.#connection.call('agent.token', { token: await this.#credentials.renew() })
    } catch {
      // The present token may still be good for a while; when it is not, the server says so.
    }
    if (this.connection === 'open') this.#planRenewal()
  }
}

/**
 * Connects an agent. Resolves when the server has answered; afterwards the connection is kept up by
 * itself until `close`, or until the token is revoked.
 */
export async function connectAgent(options: ConnectAgentOptions): Promise<Agent> {
  const agent = new Agent(options)
  await agent.start()
  return agent
}
