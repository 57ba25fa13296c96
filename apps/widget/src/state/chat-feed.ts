import type { ChatEvent, VisitorChat, VisitorChatEnd } from '@parley/client/visitor'
import { playNotice } from '../lib/sound.ts'
import type { Kept } from './kept.ts'
import type { Outbox } from './outbox.ts'
import type { ChatView, WidgetState } from './state.ts'
import type { Store } from './store.ts'

const TYPING_FADES_MS = 8000

interface ReadMark {
  readonly chatId: string
  readonly seq: number
}

interface FeedTools {
  readonly store: Store<WidgetState>
  readonly tab: Kept
  readonly outbox: Outbox
  readonly tellPage: (name: string, detail: unknown) => void
}

/** Brings what happens in a chat into the state. */
export interface ChatFeed {
  follow(chat: VisitorChat): void
  /** Notes what the visitor has in view now; false when the window is not. */
  look(): boolean
}

/** Makes the feed. */
export function createChatFeed({ store, tab, outbox, tellPage }: FeedTools): ChatFeed {
  let current: VisitorChat | undefined
  let typingTimer: ReturnType<typeof setTimeout> | undefined

  const update = (change: Partial<ChatView>) => {
    const { chat } = store.get()
    if (chat) store.set({ chat: { ...chat, ...change } })
  }
  /** Marks everything as read when the visitor can see it, or counts what they have not seen. */
  function look(): boolean {
    if (!current) return true
    const isSeen = store.get().layout === 'window' && !document.hidden
    const kept = tab.read<ReadMark>('read')
    const seq = isSeen ? current.lastSeq : kept?.chatId === current.id ? kept.seq : 0
    if (isSeen) tab.write('read', { chatId: current.id, seq } satisfies ReadMark)
    store.set({ unread: current.messages.filter((message) => message.seq > seq && isFromOthers(message)).length })
    return isSeen
  }

  function heard(chat: VisitorChat, message: ChatEvent): void {
    const isTheirs = isFromOthers(message)
    outbox.settle(chat)
    update({ messages: [...chat.messages], ...(isTheirs ? { typing: null } : {}) })
    if (look() || !isTheirs) return
    playNotice()
    if (store.get().layout === 'window') return
    store.set({ layout: 'notice', notice: { sender: message.senderName ?? '', text: message.content } })
  }

  function typing(senderName: string, isTyping: boolean): void {
    clearTimeout(typingTimer)
    update({ typing: isTyping ? senderName : null })
    if (isTyping) typingTimer = setTimeout(() => update({ typing: null }), TYPING_FADES_MS)
  }

  function ended(chat: VisitorChat, { endedBy, status }: VisitorChatEnd): void {
    const wasAnswered = status === 'normal' || (status === null && chat.agentName !== null)
    store.set({ isAskingEnd: false })
    if (wasAnswered) {
      outbox.takeBack()
      update({ state: 'ended', status, endedBy, typing: null, queue: null })
      tellPage('livechat.chat.end', chat.id)
    } else {
      // The request is over before it was a chat: what the visitor wrote becomes the message they may leave
      const written = chat.messages.filter((message) => message.type === 'visitor').map((message) => message.content)
      outbox.takeBack(written)
      tab.write('chatId', null)
      store.set({ chat: null })
      if (endedBy !== 'visitor') store.set({ offlineReason: 'missed' })
    }
  }

  return {
    look,
    follow(chat) {
      if (current === chat) return
      current = chat
      tab.write('chatId', chat.id)
      // What is there already is history, and no news
      const knownSeq = chat.lastSeq
      store.set({
        chat: viewOf(chat),
        grade: null,
        comment: '',
        hasCommented: false,
        offlineReason: null,
        leftMessage: null,
        isAskingEnd: false,
      })
      outbox.settle(chat)
      look()
      const isCurrent = () => current === chat
      chat.on('message', (message) => isCurrent() && message.seq > knownSeq && heard(chat, message))
      chat.on('state', ({ state, status, agentName }) => {
        if (!isCurrent() || state === 'ended') return
        update({ state, status, agentName })
        outbox.flush(chat)
        if (state === 'active') tellPage('livechat.chat.start', chat.id)
      })
      chat.on('typing', ({ senderName, isTyping }) => isCurrent() && typing(senderName, isTyping))
      chat.on('queue', (queue) => isCurrent() && update({ queue }))
      chat.on('end', (end) => isCurrent() && ended(chat, end))
      if (chat.state === 'ended') ended(chat, { endedBy: null, status: chat.status })
      else outbox.flush(chat)
    },
  }
}

/** The chat as it is drawn. */
function viewOf(chat: VisitorChat): ChatView {
  const { id, state, status, agentName, queue, isRated } = chat
  return { id, state, status, agentName, queue, isRated, endedBy: null, typing: null, messages: [...chat.messages] }
}

const isFromOthers = (message: ChatEvent) => message.type === 'agent' || message.type === 'chatbot'
