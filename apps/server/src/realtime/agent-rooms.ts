import type { ChatSummaryShape } from '@parley/contract'
import type { AgentConnection } from './agent-connection.ts'
import { type Rooms, rooms } from './rooms.ts'

interface Who {
  readonly siteId: number
  readonly agentId: number
}

/** Which rooms an agent's connection is in, and why: its chats, chats it looks at, what it watches. */
export class AgentRooms {
  readonly #all: Rooms<AgentConnection>
  readonly #member: AgentConnection
  readonly #mine = new Set<string>()
  readonly #opened = new Set<string>()
  readonly #joined = new Set<string>()
  #who: Who | undefined

  constructor(all: Rooms<AgentConnection>, member: AgentConnection) {
    this.#all = all
    this.#member = member
  }

  /** Chats of others that the agent looks at. */
  get opened(): readonly string[] {
    return [...this.#opened].filter((chatId) => !this.#mine.has(chatId))
  }

  isMine(chatId: string): boolean {
    return this.#mine.has(chatId)
  }

  enter({ siteId, agentId }: Who): void {
    this.#who = { siteId, agentId }
    this.#join(rooms.agent(siteId, agentId))
    this.#join(rooms.siteAgents(siteId))
  }

  /** Leaves everything, for good. */
  leave(): void {
    this.#who = undefined
    for (const room of this.#joined) this.#all.leave(room, this.#member)
    this.#joined.clear()
  }

  /** Whether news of a chat with these agents are for this connection. */
  hears(chatId: string, agentIds: readonly number[]): boolean {
    return this.#opened.has(chatId) || (this.#who !== undefined && agentIds.includes(this.#who.agentId))
  }

  take(chatId: string): void {
    this.#mine.add(chatId)
    this.#joinChat(chatId)
  }

  open(chatId: string): void {
    this.#opened.add(chatId)
    this.#joinChat(chatId)
  }

  close(chatId: string): void {
    this.#opened.delete(chatId)
    this.#leaveChat(chatId)
  }

  /** Follows a change of a chat: it may have come to the agent, gone, or ended. */
  follow({ id: chatId, agentIds, state }: ChatSummaryShape): void {
    const isMine = this.#who !== undefined && agentIds.includes(this.#who.agentId)
    if (isMine && state !== 'ended') {
      this.take(chatId)
      return
    }
    // having looked at a chat as its agent is no leave to go on looking
    if (this.#mine.delete(chatId) || state === 'ended') this.#opened.delete(chatId)
    this.#leaveChat(chatId)
  }

  /** All chats of the site, or only the agent's own. */
  watchChats(isSite: boolean): void {
    if (!this.#who) return
    if (isSite) this.#join(rooms.siteChats(this.#who.siteId))
    else {
      this.leaveSite()
      for (const chatId of this.opened) this.close(chatId)
    }
  }

  /** No more news of all chats of the site. */
  leaveSite(): void {
    if (this.#who) this.#leave(rooms.siteChats(this.#who.siteId))
  }

  watchVisitors(isOn: boolean): void {
    if (!this.#who) return
    const room = rooms.siteMonitor(this.#who.siteId)
    if (isOn) this.#join(room)
    else this.#leave(room)
  }

  #joinChat(chatId: string): void {
    if (this.#who) this.#join(rooms.chat(this.#who.siteId, chatId))
  }

  #leaveChat(chatId: string): void {
    if (this.#who && !this.#mine.has(chatId) && !this.#opened.has(chatId)) {
      this.#leave(rooms.chat(this.#who.siteId, chatId))
    }
  }

  /** A line that is cut joins nothing: nobody would take it out again. */
  #join(room: string): void {
    if (!this.#who) return
    this.#joined.add(room)
    this.#all.join(room, this.#member)
  }

  #leave(room: string): void {
    this.#joined.delete(room)
    this.#all.leave(room, this.#member)
  }
}
