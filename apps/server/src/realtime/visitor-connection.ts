import {
  type ChatEventShape,
  type ChatSummaryShape,
  CLOSE_BANNED,
  type VisitorCommands,
  type VisitorResults,
} from '@parley/contract'
import type { VisitorCaller } from '../context.ts'
import { listEvents } from '../features/chatting/chats/commands/list-events.ts'
import { runningChatOf } from '../features/chatting/chats/commands/running-chats.ts'
import { leaveSite } from '../features/chatting/sessions/session-life.ts'
import { chatOf } from '../features/chatting/visitors/chat-of-visitor.ts'
import { type ConnectionFacts, enterSite, recogniseVisitor } from '../features/chatting/visitors/hello.ts'
import { AppError } from '../lib/app-error.ts'
import { contextFor } from '../request-context.ts'
import { ChatFeeds } from './chat-feed.ts'
import { type ReadCommand, readVisitorCommand } from './command-readers.ts'
import type { Connection, Peer } from './connection.ts'
import { messageFrame } from './event-frames.ts'
import type { VisitorSource } from './handlers.ts'
import type { Hub } from './hub.ts'
import { rooms } from './rooms.ts'
import { TypingFilter } from './typing-filter.ts'

const SNAPSHOTS: ReadonlySet<string> = new Set(['visitor.hello', 'chat.request', 'chat.events'])

interface Here {
  readonly caller: VisitorCaller
  readonly campaignId: string
  page: VisitorSource['page']
}

/** A visitor's side of the protocol: one tab of one browser. */
export class VisitorConnection implements Peer {
  readonly #wire: Connection
  readonly #hub: Hub
  readonly #facts: ConnectionFacts
  readonly #feeds: ChatFeeds
  readonly #typing = new TypingFilter()
  #here: Here | undefined
  /** the rooms it is in, the visitor's own first */
  #joined: string[] = []

  constructor(wire: Connection, hub: Hub, facts: ConnectionFacts) {
    this.#wire = wire
    this.#hub = hub
    this.#facts = facts
    this.#feeds = new ChatFeeds({
      fetch: (chatId, afterSeq) => listEvents(this.#source().ctx, chatId, afterSeq),
      shows: (event) => event.type !== 'note',
      deliver: (chatId, event) => wire.sendText(messageFrame(chatId, event)),
      failed: (error) => wire.fail(error),
    })
  }

  get isGreeted(): boolean {
    return this.#here !== undefined
  }

  /** Whose connection it is, once it has said hello. */
  get caller(): VisitorCaller | undefined {
    return this.#here?.caller
  }

  isSnapshot(command: string): boolean {
    return SNAPSHOTS.has(command)
  }

  async execute(name: string, payload: unknown): Promise<unknown> {
    const read = readVisitorCommand(name, payload)
    if (read.command === 'visitor.hello') return this.#greet(read.payload)
    const source = this.#source()
    if (read.command === 'chat.events') return this.#events(source, read.payload)
    if (read.command === 'chat.typing' && !this.#typing.passes(read.payload)) return {}
    const result = await this.#run(source, read)
    if (read.command === 'visitor.page' && this.#here) this.#here.page = read.payload.page
    if (read.command === 'chat.request') {
      this.#sent(result as VisitorResults['chat.request'])
    }
    return result
  }

  beat(): void {}

  closed(): Promise<void> {
    return this.#leave()
  }

  async #leave(): Promise<void> {
    const { visitors, app, isClosing } = this.#hub
    const [ofVisitor] = this.#joined
    for (const room of this.#joined.splice(0)) visitors.leave(room, this)
    const here = this.#here
    this.#here = undefined
    if (!here || !ofVisitor || isClosing || visitors.in(ofVisitor).size > 0) return
    await leaveSite(contextFor(app, here.caller))
  }

  /** An event of one of the visitor's chats. */
  hearMessage(chatId: string, event: ChatEventShape): void {
    this.#wire.deliver(() => this.#feeds.take(chatId, event))
  }

  /** A chat of the visitor changed; told after the events that came before. */
  hearChat(chat: ChatSummaryShape): void {
    const { id: chatId, state, status, agentName, endedBy } = chat
    this.#wire.deliver(() =>
      this.#feeds.after(chatId, () =>
        this.#wire.sendEvent('chat.state', { chatId, state, status, agentName, endedBy }),
      ),
    )
  }

  /** Anything else, as a frame. */
  hear(frame: string): void {
    this.#wire.deliver(() => this.#wire.sendText(frame))
  }

  /** The visitor was banned. */
  ban(): void {
    this.#wire.close(CLOSE_BANNED, 'banned')
  }

  #source(): VisitorSource {
    const here = this.#here
    if (!here) throw new AppError('not_authenticated', "The first command must be 'visitor.hello'.")
    return { ctx: contextFor(this.#hub.app, here.caller), campaignId: here.campaignId, page: here.page }
  }

  #run(
    source: VisitorSource,
    read: Exclude<ReadCommand<VisitorCommands>, { command: 'visitor.hello' | 'chat.events' }>,
  ) {
    return this.#hub.handlers.visitor[read.command](source, read.payload as never)
  }

  async #events({ ctx }: VisitorSource, { chatId, afterSeq }: VisitorCommands['chat.events']) {
    const events = await listEvents(ctx, chatId, afterSeq)
    this.#feeds.skipTo(chatId, events.at(-1)?.seq ?? 0)
    return { events }
  }

  async #greet(hello: VisitorCommands['visitor.hello']): Promise<VisitorResults['visitor.hello']> {
    if (this.#here) throw new AppError('conflict', 'The connection has said hello already.')
    const { app, visitors } = this.#hub
    const { siteId, campaignId, page } = hello
    const recognised = await recogniseVisitor(app, hello, this.#facts)
    const { visitorId, visitorToken } = recognised
    try {
      // in the rooms before the chat is read: what happens from now on waits until the answer is sent
      this.#joined = [rooms.visitor(siteId, visitorId), rooms.siteVisitors(siteId)]
      for (const room of this.#joined) visitors.join(room, this)
      const { caller, isChatting } = await enterSite(app, hello, { ...recognised, ...this.#facts })
      this.#here = { caller, campaignId, page }
      const { sessionId } = caller
      const chat = isChatting || hello.resume ? await this.#chat(hello) : null
      const campaign = await this.#hub.campaigns.get(siteId, campaignId)
      return { visitorId, visitorToken, sessionId, campaign, chat }
    } catch (error) {
      await this.#leave()
      throw error
    } finally {
      // who left while being greeted was not yet known when the line was cut
      if (!this.#wire.isOpen) await this.#leave()
    }
  }

  /** The visitor's running chat, or the one they were in that has ended; without the events the client has seen. */
  async #chat({ resume }: VisitorCommands['visitor.hello']): Promise<VisitorResults['visitor.hello']['chat']> {
    const { ctx } = this.#source()
    const chat = (await runningChatOf(ctx)) ?? (resume ? await this.#ended(ctx, resume.chatId) : null)
    if (!chat) return null
    this.#sent(chat)
    if (resume?.chatId !== chat.id) return chat
    return { ...chat, events: chat.events.filter((event) => event.seq > resume.afterSeq) }
  }

  async #ended(ctx: VisitorSource['ctx'], chatId: string): Promise<VisitorResults['visitor.hello']['chat']> {
    try {
      return await chatOf(ctx, chatId)
    } catch (error) {
      // a chat of somebody else is as unknown as one that never was; neither keeps anybody from saying hello
      if (error instanceof AppError) return null
      throw error
    }
  }

  /** The client has the chat's events up to here; some may have come after `lastSeq` was read. */
  #sent({ id, lastSeq, events }: VisitorResults['chat.request']): void {
    this.#feeds.skipTo(id, Math.max(lastSeq, events.at(-1)?.seq ?? 0))
  }
}
