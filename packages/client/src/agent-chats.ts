import { Inbox, type InboxPlan } from './inbox.ts'
import type { ChatEvent, ChatSummary } from './types.ts'

/** How a chat of mine ended. */
export interface AgentChatEnd {
  readonly chatId: string
  readonly endedBy: ChatSummary['endedBy']
  readonly status: ChatSummary['status']
}

/** What an agent hears of chats. */
export interface AgentChatEvents {
  /** A chat that this agent may accept. */
  offer: { readonly chatId: string; readonly chat: ChatSummary }
  /** An offer is over: taken by somebody, or withdrawn. */
  offerEnded: { readonly chatId: string }
  /** A chat is mine now. */
  chat: { readonly chatId: string; readonly chat: ChatSummary }
  /** A chat of mine (or, while watching the site, anybody's) is new or has changed. */
  changed: { readonly chatId: string; readonly chat: ChatSummary }
  /** Every entry of my chats exactly once and in order, own ones and those from before I had the chat included. */
  message: ChatEvent & { readonly chatId: string }
  /** A chat of mine is over. */
  end: AgentChatEnd
}

/** The chats an agent knows of, and the events that follow from their changes. */
export class AgentChats {
  agentId = 0
  readonly #emit: <K extends keyof AgentChatEvents>(event: K, payload: AgentChatEvents[K]) => void
  readonly #known = new Map<string, ChatSummary>()
  readonly #mine = new Set<string>()
  readonly #everMine = new Set<string>()
  readonly #offers = new Map<string, ChatSummary>()
  readonly #inbox: Inbox

  constructor(
    emit: <K extends keyof AgentChatEvents>(event: K, payload: AgentChatEvents[K]) => void,
    fetch: InboxPlan['fetch'],
  ) {
    this.#emit = emit
    this.#inbox = new Inbox({ fetch, deliver: (chatId, event) => emit('message', { ...event, chatId }) })
  }

  /** Chats that are not over: mine, or everybody's while watching the site. */
  running(): ChatSummary[] {
    return [...this.#known.values()]
  }

  /** Chats this agent may accept now. */
  offered(): ChatSummary[] {
    return [...this.#offers.values()]
  }

  /** Whether a chat is this agent's now. */
  isMine(chatId: string): boolean {
    return this.#mine.has(chatId)
  }

  /** Whether a chat has been this agent's since it connected. */
  wasMine(chatId: string): boolean {
    return this.#everMine.has(chatId)
  }

  find(chatId: string): ChatSummary | undefined {
    return this.#known.get(chatId)
  }

  /** Up to where each of my chats was seen, for the next connection. */
  cursors(): { chatId: string; afterSeq: number }[] {
    return [...this.#mine].map((chatId) => ({ chatId, afterSeq: this.#inbox.lastSeq(chatId) }))
  }

  receive(chatId: string, event: ChatEvent): void {
    this.#inbox.receive(chatId, event)
  }

  /** Takes entries that were asked for: the server does not send again what it has answered with. */
  read(chatId: string, events: readonly ChatEvent[]): void {
    if (this.#mine.has(chatId)) for (const event of events) this.receive(chatId, event)
    else this.#inbox.skipTo(chatId, events.at(-1)?.seq ?? 0)
  }

  /** Takes what a new connection says: all my chats, and what I missed of those I had. */
  greeted(
    chats: readonly ChatSummary[],
    missed: readonly { chatId: string; events: readonly ChatEvent[] }[],
    isBack: boolean,
  ): void {
    for (const { chatId, events } of missed) for (const event of events) this.receive(chatId, event)
    // Whoever connects anew reads old entries with `events`; only what comes now is told.
    if (!isBack) for (const chat of chats) if (this.#holds(chat)) this.#inbox.skipTo(chat.id, chat.lastSeq)
    const present = new Set(chats.map((chat) => chat.id))
    for (const chatId of [...this.#mine]) if (!present.has(chatId)) this.#gone(chatId, null)
    for (const chatId of [...this.#offers.keys()]) if (!present.has(chatId)) this.withdraw(chatId)
    for (const chatId of [...this.#known.keys()]) if (!present.has(chatId)) this.#known.delete(chatId)
    for (const chat of chats) {
      this.learn(chat)
      if (this.#mine.has(chat.id)) void this.#inbox.catchUp(chat.id, chat.lastSeq)
    }
  }

  /** Takes the news of one chat. */
  learn(chat: ChatSummary): void {
    const { id: chatId } = chat
    if (chat.state === 'ended') this.#known.delete(chatId)
    else this.#known.set(chatId, chat)
    if (isOffered(chat, this.agentId)) this.offer(chat)
    else this.withdraw(chatId)
    if (this.#holds(chat) && !this.#mine.has(chatId)) {
      this.#mine.add(chatId)
      this.#everMine.add(chatId)
      this.#emit('chat', { chatId, chat })
      void this.#inbox.catchUp(chatId, chat.lastSeq)
    } else if (!this.#holds(chat) && this.#mine.has(chatId)) this.#gone(chatId, chat)
    this.#emit('changed', { chatId, chat })
  }

  offer(chat: ChatSummary): void {
    const isNew = !this.#offers.has(chat.id)
    this.#offers.set(chat.id, chat)
    if (isNew) this.#emit('offer', { chatId: chat.id, chat })
  }

  withdraw(chatId: string): void {
    if (this.#offers.delete(chatId)) this.#emit('offerEnded', { chatId })
  }

  /** Forgets chats of others. */
  forgetOthers(): void {
    for (const chatId of [...this.#known.keys()]) if (!this.#mine.has(chatId)) this.#known.delete(chatId)
  }

  #holds(chat: ChatSummary): boolean {
    return chat.state === 'active' && chat.agentIds.includes(this.agentId)
  }

  /** A chat is no longer mine; `chat` is null when nobody could say why. Its last words come before its end. */
  #gone(chatId: string, chat: ChatSummary | null): void {
    this.#mine.delete(chatId)
    if (chat && chat.state !== 'ended') return
    const end = { chatId, endedBy: chat?.endedBy ?? null, status: chat?.status ?? null }
    const lastSeq = chat?.lastSeq ?? Number.POSITIVE_INFINITY
    void this.#inbox.catchUp(chatId, lastSeq).then(() => this.#emit('end', end))
  }
}

function isOffered(chat: ChatSummary, agentId: number): boolean {
  return chat.state === 'offered' && chat.offeredTo.includes(agentId)
}
