import {
  type AgentCommands,
  type AgentResults,
  type ChatEventShape,
  type ChatSummaryShape,
  CLOSE_UNAUTHORISED,
} from '@parley/contract'
import type { AgentContext } from '../context.ts'
import { listEvents } from '../features/chatting/chats/commands/list-events.ts'
import { runningChatsFor } from '../features/chatting/chats/commands/running-chats.ts'
import { listOnlineVisitors } from '../features/chatting/visitors/list-online-visitors.ts'
import { AppError, invalid } from '../lib/app-error.ts'
import { can, contextFor } from '../request-context.ts'
import { AgentRooms } from './agent-rooms.ts'
import { ChatFeeds } from './chat-feed.ts'
import { type ReadCommand, readAgentCommand } from './command-readers.ts'
import type { Connection, Peer } from './connection.ts'
import { messageFrame } from './event-frames.ts'
import type { Hub, TokenCaller } from './hub.ts'
import { TypingFilter } from './typing-filter.ts'

const SNAPSHOTS: ReadonlySet<string> = new Set(['agent.hello', 'chat.events', 'chats.watch', 'visitors.watch'])
/** The most chats one hello may resume. */
const MAX_CURSORS = 500

interface Here {
  caller: TokenCaller
  token: string
}

/** An agent's side of the protocol: one window or program. */
export class AgentConnection implements Peer {
  readonly #wire: Connection
  readonly #hub: Hub
  readonly #address: string
  readonly #feeds: ChatFeeds
  readonly #typing = new TypingFilter()
  readonly #rooms: AgentRooms
  #here: Here | undefined

  constructor(wire: Connection, hub: Hub, address: string) {
    this.#wire = wire
    this.#hub = hub
    this.#address = address
    this.#rooms = new AgentRooms(hub.agents, this)
    this.#feeds = new ChatFeeds({
      fetch: (chatId, afterSeq) => listEvents(this.#ctx(), chatId, afterSeq),
      shows: () => true,
      deliver: (chatId, event) => wire.sendText(messageFrame(chatId, event)),
      failed: (error) => wire.fail(error),
    })
  }

  get isGreeted(): boolean {
    return this.#here !== undefined
  }

  /** Under which id the presence of the agent knows this connection. */
  get connectionId(): string {
    return this.#wire.id
  }

  isSnapshot(command: string): boolean {
    return SNAPSHOTS.has(command)
  }

  async execute(name: string, payload: unknown): Promise<unknown> {
    const read = readAgentCommand(name, payload)
    if (read.command === 'agent.hello') return this.#greet(read.payload)
    const ctx = this.#ctx()
    switch (read.command) {
      case 'agent.token':
        return this.#renew(read.payload.token)
      case 'chat.events':
        return this.#events(ctx, read.payload)
      case 'chats.watch':
        return this.#watchChats(ctx, read.payload.scope)
      case 'visitors.watch':
        return this.#watchVisitors(ctx, read.payload.isOn)
      default:
        return this.#run(ctx, read)
    }
  }

  /** A token that has run out ends the connection, unless the client has brought a new one. */
  beat(): void {
    const expires = this.#here?.caller.expires
    if (expires && expires <= this.#hub.app.now()) this.revoke('The token has expired.')
  }

  closed(): Promise<void> {
    return this.#leave()
  }

  /** The agent may no longer be here. */
  revoke(reason: string): void {
    this.#wire.sendEvent('agent.revoked', { reason })
    this.#wire.close(CLOSE_UNAUTHORISED, 'revoked')
  }

  /** What agents may do has changed: this one is looked up again. */
  async recheck(): Promise<void> {
    if (!this.#here) return
    try {
      await this.#renew(this.#here.token)
      for (const chatId of this.#rooms.opened) {
        if (!(await isReadable(this.#ctx(), chatId))) this.#rooms.close(chatId)
      }
    } catch (error) {
      if (error instanceof AppError) this.revoke(error.message)
      else this.#wire.fail(error)
    }
  }

  /** An event of a chat that may be the agent's. */
  hearMessage(chatId: string, agentIds: readonly number[], event: ChatEventShape): void {
    if (this.#rooms.hears(chatId, agentIds)) this.#wire.deliver(() => this.#feeds.take(chatId, event))
  }

  /** A chat changed. Whoever just lost it hears that, and nothing more of it. */
  hearChat(chat: ChatSummaryShape, frame: string): void {
    this.#wire.deliver(() => this.#feeds.after(chat.id, () => this.#wire.sendText(frame)))
    this.#rooms.follow(chat)
  }

  /** Somebody types in a chat. */
  hearTyping(chatId: string, agentIds: readonly number[], frame: string): void {
    if (this.#rooms.hears(chatId, agentIds)) this.hear(frame)
  }

  /** Anything else, as a frame. */
  hear(frame: string): void {
    this.#wire.deliver(() => this.#wire.sendText(frame))
  }

  async #leave(): Promise<void> {
    this.#rooms.leave()
    if (!this.#here) return
    const ctx = this.#ctx()
    this.#here = undefined
    await this.#hub.handlers.presence.closed(ctx, this.connectionId)
  }

  #ctx(): AgentContext {
    if (!this.#here) throw new AppError('not_authenticated', "The first command must be 'agent.hello'.")
    return contextFor(this.#hub.app, this.#here.caller)
  }

  async #run(ctx: AgentContext, read: ReadCommand<AgentCommands>): Promise<unknown> {
    const command = read.command as keyof Hub['handlers']['agent']
    if (read.command === 'chat.typing' && !this.#typing.passes(read.payload)) return {}
    return this.#hub.handlers.agent[command](ctx, read.payload as never)
  }

  async #greet(hello: AgentCommands['agent.hello']): Promise<AgentResults['agent.hello']> {
    if (this.#here) throw new AppError('conflict', 'The connection has said hello already.')
    const { resume = [] } = hello
    if (resume.length > MAX_CURSORS) throw invalid('resume', `must have at most ${MAX_CURSORS} entries`)
    const { handlers } = this.#hub
    const caller = await this.#admit(hello.token)
    this.#here = { caller, token: hello.token }
    const { agentId, displayName } = caller
    const ctx = this.#ctx()
    try {
      // in the rooms before the chats are read: what happens from now on waits until the answer is sent
      this.#rooms.enter(caller)
      const { status, shift } = await handlers.presence.opened(ctx, this.connectionId, hello.status)
      const { chats, missed } = await this.#catchUp(ctx, resume)
      return { agentId, displayName, status, shift, chats, missed }
    } catch (error) {
      await this.#leave()
      throw error
    } finally {
      // who left while being greeted was not yet known when the line was cut
      if (!this.#wire.isOpen) {
        await this.#leave()
        await handlers.presence.closed(ctx, this.connectionId)
      }
    }
  }

  async #catchUp(ctx: AgentContext, cursors: AgentCommands['agent.hello']['resume'] & object) {
    const chats = await runningChatsFor(ctx, 'mine')
    const missed = await this.#missed(ctx, cursors)
    for (const chat of chats) {
      // a chat that is only offered comes later, if it does, and is told from its first entry then
      if (!chat.agentIds.includes(ctx.caller.agentId)) continue
      this.#rooms.take(chat.id)
      if (!missed.some(({ chatId }) => chatId === chat.id)) this.#feeds.skipTo(chat.id, chat.lastSeq)
    }
    return { chats, missed }
  }

  /** What was missed of the chats the agent may still read. */
  async #missed(ctx: AgentContext, cursors: readonly { chatId: string; afterSeq: number }[]) {
    const missed: AgentResults['agent.hello']['missed'] = []
    for (const { chatId, afterSeq } of cursors) {
      try {
        const events = await listEvents(ctx, chatId, afterSeq)
        this.#feeds.skipTo(chatId, events.at(-1)?.seq ?? afterSeq)
        missed.push({ chatId, events })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
    }
    return missed
  }

  async #admit(token: string): Promise<TokenCaller> {
    const caller = await this.#hub.authenticate(token)
    await this.#hub.checkAddress(caller, this.#address)
    return caller
  }

  async #renew(token: string): Promise<AgentResults['agent.token']> {
    const caller = await this.#admit(token)
    const here = this.#here
    if (!here || caller.agentId !== here.caller.agentId || caller.siteId !== here.caller.siteId) {
      throw new AppError('not_authenticated', 'The token belongs to somebody else.')
    }
    this.#here = { caller, token }
    if (!mayWatchSite(caller)) this.#rooms.leaveSite()
    return {}
  }

  async #events(ctx: AgentContext, { chatId, afterSeq }: AgentCommands['chat.events']) {
    try {
      const events = [...(await listEvents(ctx, chatId, afterSeq))]
      if (!this.#rooms.isMine(chatId)) {
        // its news come only now that the agent is known to be allowed; what was said in between is read as well
        this.#rooms.open(chatId)
        events.push(...(await listEvents(ctx, chatId, events.at(-1)?.seq ?? afterSeq)))
      }
      this.#feeds.skipTo(chatId, events.at(-1)?.seq ?? 0)
      return { events }
    } catch (error) {
      this.#rooms.close(chatId)
      throw error
    }
  }

  async #watchChats(ctx: AgentContext, scope: 'mine' | 'site'): Promise<AgentResults['chats.watch']> {
    if (scope === 'site' && !mayWatchSite(ctx.caller)) {
      throw new AppError('no_permission', "The permission 'View All Agent Chats' or 'Monitor All Chats' is needed.")
    }
    this.#rooms.watchChats(scope === 'site')
    return { chats: await runningChatsFor(ctx, scope) }
  }

  async #watchVisitors(ctx: AgentContext, isOn: boolean): Promise<AgentResults['visitors.watch']> {
    this.#rooms.watchVisitors(isOn)
    return { visitors: isOn ? await listOnlineVisitors(ctx) : [] }
  }
}

/** A seq no chat reaches; the largest the database compares with. */
const BEYOND = 2_147_483_647

async function isReadable(ctx: AgentContext, chatId: string): Promise<boolean> {
  try {
    await listEvents(ctx, chatId, BEYOND)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

function mayWatchSite(caller: TokenCaller | AgentContext['caller']): boolean {
  return can(caller, 'View All Agent Chats') || can(caller, 'Monitor All Chats')
}
